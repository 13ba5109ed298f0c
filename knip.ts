/** Finds files, exports and packages that nothing uses. */
import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: ['src/main.ts', 'src/cli/main.ts', 'src/steps/background/thread.ts', 'scripts/*.{mjs,ts}', 'bench/*.ts', 'bench/serving/watch.ts', 'test/**/*.test.{ts,tsx}', 'test/**/*-child.ts', 'test/support/measure-reading.ts'],
  project: ['src/**/*.{ts,tsx,css}', '!src/engines/*/assembly/**', 'scripts/**/*.{mjs,ts}', 'bench/**/*.ts', 'test/**/*.{ts,tsx}'],
  // An export that its own file uses too says what a signature is made of.
  ignoreExportsUsedInFile: true,
  // Run by path, not imported.
  ignoreDependencies: ['oxlint', 'assemblyscript'],
  // Of the machine, where it is there.
  ignoreBinaries: ['strace', 'gcc'],
  compilers: {
    css: (text: string) => [...text.matchAll(/@import\s+(?:url\()?(['"])(.+?)\1/g)].map((match) => `import '${match[2]}'`).join('\n'),
  },
}

export default config
