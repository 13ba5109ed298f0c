/** Gives readers their files: from the web, kept on disk, or from the folder of the data package. */
import type { FileProvider, ObtainedFile } from '#domain/reader.ts'
import { createDownloader, type DownloaderOptions } from '#sources/http/downloader.ts'
import { obtainLocalFile } from '#sources/http/local-file.ts'
import { isUrl, refuseLinkOutside, resolveLocation } from '#sources/http/resolve-location.ts'

export interface FileProviderOptions extends DownloaderOptions {
  /** The folder or URL that paths in the data package are relative to, as openDataPackage gives it. */
  readonly baseLocation: string
}

export interface ClosableFileProvider extends FileProvider {
  /** Closes the connections; files stay where they are. */
  close(): Promise<void>
}

/**
 * Every location is obtained once: asking again, also at the same moment, gives the same file.
 * After a failure, asking again tries again.
 */
export function createFileProvider(options: FileProviderOptions): ClosableFileProvider {
  const downloader = createDownloader(options)
  const obtained = new Map<string, Promise<ObtainedFile>>()
  const obtain = async (location: string): Promise<ObtainedFile> => {
    const resolved = resolveLocation(options.baseLocation, location)
    if (isUrl(resolved)) return downloader.download(resolved)
    const file = await obtainLocalFile(resolved, location)
    await refuseLinkOutside(options.baseLocation, resolved, location)
    return file
  }
  return {
    obtain(location) {
      const known = obtained.get(location) ?? obtain(location)
      obtained.set(location, known)
      known.catch(() => obtained.delete(location))
      return known
    },
    close: () => downloader.close(),
  }
}
