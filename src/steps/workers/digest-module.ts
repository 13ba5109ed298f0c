/** Tells whether what a program made was made by the same program. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'

/** Imports, and modules that a thread is started with; packages are left out. */
const REFERENCES = [/\bfrom '(#[^']+|\.[^']+)'/g, /\bnew URL\('(\.[^']+\.ts)', import\.meta\.url\)/g]

/** Of a module and all modules that it refers to, however far, and of the engine that runs them. */
export async function digestModule(module: URL): Promise<string> {
  const texts = new Map<string, string>()
  await readAll(module.href, texts)
  const hash = createHash('sha256').update(process.versions.v8)
  for (const href of [...texts.keys()].sort()) hash.update(texts.get(href)!)
  return hash.digest('hex').slice(0, 20)
}

async function readAll(href: string, texts: Map<string, string>): Promise<void> {
  if (texts.has(href)) return
  texts.set(href, '')
  const text = await readFile(new URL(href), 'utf8')
  texts.set(href, text)
  const references = REFERENCES.flatMap((pattern) => [...text.matchAll(pattern)].map(([, reference]) => reference!))
  await Promise.all(references.map((reference) => readAll(reference.startsWith('#') ? import.meta.resolve(reference) : new URL(reference, href).href, texts)))
}
