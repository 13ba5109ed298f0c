/** Text of the page that sets our distances beside those of CBS. */
export const distances = {
  title: 'Onze afstanden naast die van het CBS',
  lead: 'Komt onze afstand tot een voorziening overeen met wat het CBS per gemeente meldt?',
  facilityYears: (years: string) => `Jaar van de plekken: ${years}.`,
  link: 'Hoe goed kloppen onze afstanden?',
  noProof: 'Twee afstanden kunnen het eens zijn en allebei fout. Een hoge samenhang zegt dat verre gemeenten bij allebei ver zijn. Over één dorp zegt het weinig. De afstanden van het CBS zitten niet in onze reistijden.',
  missing: {
    noFacilities: (name: string) => `${name}: het ingelezen pakket heeft geen tabel van deze voorziening.`,
    noDistances: (name: string) => `${name}: het ingelezen pakket heeft geen afstanden van het CBS per gemeente. Er is dus niets te vergelijken.`,
  },
  agreement: 'Hoe goed onze afstand past bij die van het CBS',
  columns: { facilitiesYear: 'Onze plekken', publishedYear: 'Jaar CBS', count: 'Gemeenten', pearson: 'Samenhang', spearman: 'Samenhang van de volgorde', ratio: 'Verhouding', difference: 'Verschil, km' },
  why: 'Bij 1 is er volledige samenhang, bij 0 geen. De verhouding is onze afstand gedeeld door die van het CBS, in de middelste gemeente. Wij rekenen in rechte lijn en dan 1,3 keer zo lang, alsof mensen gelijk verdeeld wonen over een cirkel in hun buurt. Het CBS rekent over de weg vanaf elk adres. Basisscholen liggen vaak binnen de buurt: daar telt het verschil het zwaarst.',
  axisOurs: 'Onze afstand, km',
  axisPublished: (year: number) => `CBS ${year}, km`,
  perMunicipality: (name: string) => `Afstand per gemeente: ${name.toLocaleLowerCase('nl')}`,
  equal: 'even ver',
  scatterLabel: (name: string, count: string) => `Puntenwolk van ${count} gemeenten: onze afstand tot ${name.toLocaleLowerCase('nl')} tegen die van het CBS, met een lijn waar beide even ver zijn`,
  years: (ours: number, theirs: number) => `Onze plekken zijn van ${ours}, de afstanden van het CBS van ${theirs}.`,
  leftOut: {
    noDistance: (count: string, names: string) => `Niet vergeleken, want het CBS heeft geen cijfer, zoals bij een nieuwe gemeente (${count}): ${names}.`,
    noTime: (count: string, names: string) => `Niet vergeleken, want wij kennen geen weg (${count}): ${names}.`,
  },
  contradicts: {
    nearer: (names: string, year: number) => `Volgens het CBS (${year}) is de dichtstbijzijnde veel verder dan hier: ${names}. Waarschijnlijk staat in onze lijst een plek die er niet meer is, of ligt er een rivier tussen.`,
    farther: (names: string, year: number) => `Volgens het CBS (${year}) is de dichtstbijzijnde veel dichterbij dan hier: ${names}. Waarschijnlijk mist onze lijst een plek, of een weg.`,
  },
}
