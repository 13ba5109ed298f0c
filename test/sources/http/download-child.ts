/** Downloads one URL in a process of its own, for the test that kills it: node download-child.ts <folder> <url>. */
import { createDownloader } from '#sources/http/downloader.ts'

const [, , downloadsFolder = '', url = ''] = process.argv
await createDownloader({ downloadsFolder }).download(url)
