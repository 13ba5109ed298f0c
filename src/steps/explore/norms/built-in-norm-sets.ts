/** Norm sets that come along. A number that nobody laid down is called an example. */
import type { NormSetDocument } from '#domain/norm-set.ts'
import type { Norm } from '#domain/norm.ts'
import type { Words } from '#domain/words.ts'

export interface NormSet {
  readonly id: string
  readonly name: Words
  readonly description: Words
  readonly norms: readonly (Omit<Norm, 'source'> & { readonly source: Words })[]
}

const EXAMPLE: Words = { nl: 'Om over te praten. Nergens vastgelegd.', en: 'To talk about. Laid down nowhere.' }
const WPO = 'https://wetten.overheid.nl/BWBR0003420'

export const NORM_SETS: readonly NormSet[] = [
  {
    id: 'landelijk',
    name: { nl: 'Landelijke regels', en: 'National rules' },
    description: {
      nl: 'Wat in landelijke regels staat, of wat gemeenten en de zorg daarop laten volgen. Voor de middelbare school, het dorpshuis en het treinstation is er geen landelijke norm.',
      en: 'What national rules say, or what municipalities and care let follow from them. There is no national norm for secondary schools, community buildings and railway stations.',
    },
    norms: [
      {
        facilityType: 'primarySchool', leastSize: 23, basis: 'law', url: WPO,
        source: {
          nl: 'Wet op het primair onderwijs, artikel 154: de opheffingsnorm van een gemeente is minstens 23 en hooguit 200 leerlingen. Hij hangt af van het aantal kinderen per vierkante kilometer.',
          en: 'Primary Education Act, article 154: the closing norm of a municipality is at least 23 and at most 200 pupils. It depends on the children a square kilometre.',
        },
      },
      {
        facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 22.5, basis: 'policy', url: 'https://sociaalteam.tynaarlo.nl/van-baby-tot-volwassene/leerlingenvervoer',
        source: {
          nl: 'Gemeenten regelen leerlingenvervoer naar artikel 4 van de Wet op het primair onderwijs. Vaak is dat er bij meer dan 6 kilometer naar school, zoals in Tynaarlo. Zes kilometer is 22,5 minuten met 16 km per uur. Kijk wat uw gemeente vraagt.',
          en: 'Municipalities arrange school transport under article 4 of the Primary Education Act. Often it is there beyond 6 kilometres to school, as in Tynaarlo. Six kilometres is 22.5 minutes at 16 km an hour. Look up what your municipality asks.',
        },
      },
      {
        facilityType: 'hospital', mode: 'car', mostMinutes: 45, basis: 'derived', url: 'https://zoek.officielebekendmakingen.nl/kst-29247-395.html',
        source: {
          nl: '45-minutennorm voor spoedeisende hulp per ambulance. De minister schreef op 16 juni 2023 (Kamerstuk 29247, nr. 395) dat er op termijn andere normen komen. Hier telt alleen de rit van huis, zonder het wachten op een ambulance. Niet elk ziekenhuis heeft spoedeisende hulp.',
          en: 'The norm of 45 minutes for emergency care by ambulance. The minister wrote on 16 June 2023 (Kamerstuk 29247, no. 395) that other norms will replace it in time. Here only the drive from home counts, without the wait for an ambulance. Not every hospital has emergency care.',
        },
      },
    ],
  },
  {
    id: 'in-het-dorp',
    name: { nl: 'Voorbeeld: dichtbij in kleine dorpen', en: 'Example: near by in small villages' },
    description: { nl: 'Een voorbeeld: voorzieningen blijven in kleine dorpen, ook als ze klein zijn.', en: 'An example: facilities stay in small villages, also when they are small.' },
    norms: [
      { facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 10, leastSize: 23, basis: 'example', source: EXAMPLE },
      { facilityType: 'secondarySchool', mode: 'bicycle', mostMinutes: 30, basis: 'example', source: EXAMPLE },
      { facilityType: 'communityBuilding', mode: 'foot', mostMinutes: 15, basis: 'example', source: EXAMPLE },
      { facilityType: 'hospital', mode: 'car', mostMinutes: 30, basis: 'example', source: EXAMPLE },
    ],
  },
  {
    id: 'in-het-centrumdorp',
    name: { nl: 'Voorbeeld: samen in het centrumdorp', en: 'Example: together in the centre village' },
    description: { nl: 'Een voorbeeld: minder en grotere voorzieningen in centrumdorpen, op fietsafstand.', en: 'An example: fewer and larger facilities in centre villages, within reach by bicycle.' },
    norms: [
      {
        facilityType: 'primarySchool', leastSize: 100, basis: 'policy', url: 'http://docplayer.nl/48448-Advies-grenzen-aan-kleine-scholen.html',
        source: {
          nl: 'Onderwijsraad, Grenzen aan kleine scholen (advies nr. 20130018/1028, februari 2013): een ondergrens van 100 leerlingen. De wet houdt een lagere ondergrens.',
          en: 'Education Council, Grenzen aan kleine scholen (advice no. 20130018/1028, February 2013): a lower limit of 100 pupils. The law keeps a lower one.',
        },
      },
      { facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 20, basis: 'example', source: EXAMPLE },
      { facilityType: 'secondarySchool', mode: 'bicycle', mostMinutes: 45, basis: 'example', source: EXAMPLE },
      { facilityType: 'communityBuilding', mode: 'bicycle', mostMinutes: 15, basis: 'example', source: EXAMPLE },
      { facilityType: 'hospital', mode: 'car', mostMinutes: 45, basis: 'example', source: EXAMPLE },
    ],
  },
]

/** A set as a document in one language, to change and keep. */
export function writeNormSet({ name, description, norms }: NormSet, language: keyof Words): NormSetDocument {
  return { format: 'topdorp-norms/1', name: name[language], description: description[language], norms: norms.map((norm) => ({ ...norm, source: norm.source[language] })) }
}
