/** How far a run is that takes a while. */
import type { Messages } from '#web/messages/nl/index.ts'

export const job: Messages['job'] = {
  waiting: (ahead) => (ahead === 1 ? '1 other run goes first.' : `${ahead} other runs go first.`),
  percent: (percent) => `${percent} percent done.`,
  secondsLeft: (seconds) => (seconds <= 1 ? 'About 1 second left.' : `About ${seconds} seconds left.`),
  stop: 'Stop',
  stopped: 'The run was stopped.',
  failed: 'The run went wrong.',
  gone: 'The server no longer knows this run, for instance because it was started again.',
  again: 'Compute again',
}
