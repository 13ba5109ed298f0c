/** Text of the page that sets our distances beside those of CBS. */
import type { Messages } from '#web/messages/nl/index.ts'

export const distances: Messages['distances'] = {
  title: 'Our distances beside those of CBS',
  lead: 'Does our distance to a facility agree with what CBS (Statistics Netherlands) reports for each municipality?',
  facilityYears: (years) => `Year of the locations: ${years}.`,
  link: 'How right are our distances?',
  noProof: 'Two distances can agree and both be wrong. A high correlation says that distant municipalities are distant in both. It says little about one village. The distances of CBS are no part of our travel times.',
  missing: {
    noFacilities: (name) => `${name}: the imported package has no table of this facility.`,
    noDistances: (name) => `${name}: the imported package has no distances of CBS for municipalities. So there is nothing to compare.`,
  },
  agreement: 'How well our distance fits that of CBS',
  columns: { facilitiesYear: 'Our locations', publishedYear: 'Year of CBS', count: 'Municipalities', pearson: 'Correlation', spearman: 'Correlation of the order', ratio: 'Ratio', difference: 'Difference, km' },
  why: 'At 1 they agree wholly, at 0 not at all. The ratio is our distance divided by that of CBS, in the middle municipality. We reckon in a straight line made 1.3 times as long, as if people lived evenly over a circle in their neighbourhood. CBS reckons over the road from every address. Primary schools are often inside the neighbourhood: there the difference matters most.',
  axisOurs: 'Our distance, km',
  axisPublished: (year) => `CBS ${year}, km`,
  perMunicipality: (name) => `Distance by municipality: ${name.toLocaleLowerCase('en')}`,
  equal: 'equally far',
  scatterLabel: (name, count) => `Scatter plot of ${count} municipalities: our distance to a ${name.toLocaleLowerCase('en')} against that of CBS, with a line where both are equally far`,
  years: (ours, theirs) => `Our locations are of ${ours}, the distances of CBS of ${theirs}.`,
  leftOut: {
    noDistance: (count, names) => `Not compared, as CBS has no figure, such as for a new municipality (${count}): ${names}.`,
    noTime: (count, names) => `Not compared, as we know no way (${count}): ${names}.`,
  },
  contradicts: {
    nearer: (names, year) => `According to CBS (${year}) the nearest one is much farther than here: ${names}. Our list probably has a location that is gone, or a river lies between.`,
    farther: (names, year) => `According to CBS (${year}) the nearest one is much nearer than here: ${names}. Our list probably lacks a location, or a road.`,
  },
}
