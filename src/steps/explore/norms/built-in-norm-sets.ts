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
      nl: 'Wat in landelijke regels staat, of daaruit volgt. Voor de middelbare school en het dorpshuis is er geen landelijke norm.',
      en: 'What national rules say, or what follows from them. There is no national norm for secondary schools and community buildings.',
    },
    norms: [
      {
        facilityType: 'primarySchool', leastSize: 23, basis: 'law', url: WPO,
        source: {
          nl: 'Wet op het primair onderwijs, artikel 153 en verder: de opheffingsnorm van een gemeente is nooit lager dan 23 leerlingen. In de meeste gemeenten is hij hoger.',
          en: 'Primary Education Act, article 153 and on: the closing norm of a municipality is never below 23 pupils. In most municipalities it is higher.',
        },
      },
      {
        facilityType: 'primarySchool', mode: 'bicycle', mostMinutes: 22.5, basis: 'derived', url: WPO,
        source: {
          nl: 'Wet op het primair onderwijs, artikel 4: vanaf hooguit 6 kilometer is er recht op vervoer. Dat is 22,5 minuten met 16 km per uur.',
          en: 'Primary Education Act, article 4: beyond 6 kilometres at most there is a right to transport. That is 22.5 minutes at 16 km an hour.',
        },
      },
      {
        facilityType: 'hospital', mode: 'car', mostMinutes: 45, basis: 'derived', url: 'https://www.rivm.nl/acute-zorg',
        source: {
          nl: '45-minutennorm voor spoedeisende hulp per ambulance, geteld vanaf de melding. Hier is het alleen de rit van huis, dus dit is ruimer dan de norm. Niet elk ziekenhuis heeft spoedeisende hulp.',
          en: 'The norm of 45 minutes for emergency care by ambulance, counted from the call. Here it is only the drive from home, so this is milder than the norm. Not every hospital has emergency care.',
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
        facilityType: 'primarySchool', leastSize: 100, basis: 'policy',
        source: {
          nl: 'Advies van de Onderwijsraad, Grenzen aan kleine scholen (2013): een school heeft ten minste 100 leerlingen. De wet nam dat niet over.',
          en: 'Advice of the Education Council, Grenzen aan kleine scholen (2013): a school has at least 100 pupils. The law did not follow it.',
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
