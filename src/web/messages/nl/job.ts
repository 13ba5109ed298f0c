/** How far a run is that takes a while. */
export const job = {
  waiting: (ahead: number) => (ahead === 1 ? 'Er gaat nog 1 berekening voor.' : `Er gaan nog ${ahead} berekeningen voor.`),
  percent: (percent: number) => `${percent} procent klaar.`,
  secondsLeft: (seconds: number) => (seconds <= 1 ? 'Nog ongeveer 1 seconde.' : `Nog ongeveer ${seconds} seconden.`),
  stop: 'Stop',
  stopped: 'De berekening is gestopt.',
  failed: 'De berekening is misgegaan.',
  gone: 'De server kent deze berekening niet meer, bijvoorbeeld omdat hij opnieuw is gestart.',
  again: 'Bereken opnieuw',
}
