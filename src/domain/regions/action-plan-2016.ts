/**
 * The nine shrinking and eleven anticipating regions of the second national action plan on population decline (March 2016).
 * The regions: table 1 of its evaluation (2021). Their municipalities are in annex II of the plan itself; where that could not be
 * read, another source is named with each region, and what was put together says so. Method: docs/methods/selection.md.
 */
import type { NamedRegion, RegionMember, RegionSet } from '#domain/regions/named-region.ts'
import { CHANGES_SINCE_2016 } from '#domain/regions/changes-since-2016.ts'

const list = (text: string): RegionMember[] =>
  text.split(', ').map((member) => ({ code: member.slice(0, 6), name: member.slice(7) }))

const EVALUATION = 'evaluatie van het tweede Actieplan Bevolkingsdaling (2021), tabel 1'
const named = (nl: string, en: string, url: string) => ({ membership: 'named', source: { nl, en, url } }) as const
const derived = (nl: string, en: string, url?: string) => ({ membership: 'derived', source: { nl, en, ...(url !== undefined && { url }) } }) as const

const GRONINGEN_AND_FRYSLAN: readonly NamedRegion[] = [
  {
    id: 'eemsdelta', name: 'Eemsdelta', province: 'PV20', kind: 'shrinking', firstPlan: 'shrinking',
    members: list('GM0003 Appingedam, GM0010 Delfzijl, GM1651 Eemsmond, GM0024 Loppersum'),
    ...named('Eemsdelta Leeft, site van de vier gemeenten over het Woon- en Leefbaarheidsplan', 'Eemsdelta Leeft, site of the four municipalities on their plan for housing and liveability', 'http://www.eemsdeltaleeft.nl/eemsdeltaleeft/over-eemsdelta-leeft_42432/'),
  },
  {
    id: 'oost-groningen', name: 'Oost-Groningen', province: 'PV20', kind: 'shrinking', firstPlan: 'shrinking', tailored: true,
    members: list('GM0007 Bellingwedde, GM1987 Menterwolde, GM1895 Oldambt, GM0765 Pekela, GM0037 Stadskanaal, GM0047 Veendam, GM0048 Vlagtwedde'),
    ...derived(
      'Het COROP-gebied Oost-Groningen van het CBS in 2016. De provincie noemt in 2020 de opvolgers, zonder Menterwolde, dat toen al bij Midden-Groningen hoorde.',
      'The COROP area Oost-Groningen of Statistics Netherlands in 2016. In 2020 the province names their successors, without Menterwolde, then part of Midden-Groningen.',
      'https://www.rtvnoord.nl/nieuws/760467/Provincie-krimp-in-Oost-Groningen-neemt-af',
    ),
  },
  {
    id: 'de-marne', name: 'De Marne', province: 'PV20', kind: 'shrinking',
    members: list('GM1663 De Marne'),
    ...named('De regio is de gemeente met die naam.', 'The region is the municipality of that name.', 'https://opendata.cbs.nl/statline/#/CBS/nl/dataset/03759ned'),
  },
  {
    id: 'noordoost-fryslan', name: 'Noordoost Fryslân', province: 'PV21', kind: 'shrinking', tailored: true,
    members: list('GM0059 Achtkarspelen, GM1891 Dantumadiel, GM0058 Dongeradeel, GM1722 Ferwerderadiel, GM0079 Kollumerland en Nieuwkruisland, GM0737 Tytsjerksteradiel'),
    ...derived(
      'Netwerk Noordoost noemt de vier gemeenten van nu. Noardeast-Fryslân is hierin teruggebracht tot de drie gemeenten van 2016; een plan van de streek uit 2015 spreekt van zes gemeenten.',
      'Netwerk Noordoost names the four municipalities of today. Noardeast-Fryslân was brought back to the three of 2016; a plan of the area of 2015 speaks of six municipalities.',
      'https://netwerknoordoost.frl/tag/agenda-netwerk-noordoost/',
    ),
  },
  {
    id: 'friese-waddeneilanden', name: 'Friese Waddeneilanden', province: 'PV21', kind: 'anticipating',
    members: list('GM0060 Ameland, GM0088 Schiermonnikoog, GM0093 Terschelling, GM0096 Vlieland'),
    ...derived('De gemeenten die elk een Fries Waddeneiland zijn.', 'The municipalities that are each an island of the Frisian Wadden.'),
  },
  {
    id: 'noordwest-fryslan', name: 'Noordwest Fryslân', province: 'PV21', kind: 'anticipating',
    members: list('GM0063 het Bildt, GM0070 Franekeradeel, GM0072 Harlingen, GM0081 Leeuwarderadeel, GM0140 Littenseradiel, GM1908 Menameradiel'),
    ...named('Provincie Fryslân, brief over Noardwest Fryslân in transitie (25 juni 2013), die deze gemeenten de anticipeerregio noemt', 'Province of Fryslân, letter on Noardwest Fryslân (25 June 2013), which calls these municipalities the anticipating region', 'http://docplayer.nl/13276721-Provinsje-fryslan-provincie-fryslan.html'),
  },
  {
    id: 'zuidoost-fryslan', name: 'Zuidoost Fryslân', province: 'PV21', kind: 'anticipating',
    members: list('GM0074 Heerenveen, GM0085 Ooststellingwerf, GM0086 Opsterland, GM0090 Smallingerland, GM0098 Weststellingwerf'),
    ...derived('De vijf gemeenten van de streekagenda Zuidoost. Een bron die deze gemeenten de anticipeerregio noemt, is niet gevonden.', 'The five municipalities of the area agenda Zuidoost. No source was found that calls these the anticipating region.', 'https://noorderbreedte.nl/2010/09/30/schetsen-aan-zuidoost-friesland/'),
  },
]

const EAST_AND_WEST: readonly NamedRegion[] = [
  {
    id: 'oost-drenthe', name: 'Oost-Drenthe', province: 'PV22', kind: 'anticipating', tailored: true,
    members: list('GM1680 Aa en Hunze, GM1681 Borger-Odoorn, GM0109 Coevorden, GM0114 Emmen'),
    ...named('Foto bevolkingsdaling Oost-Drenthe (19 maart 2013), gemaakt voor het ministerie van BZK en de regio', 'Foto bevolkingsdaling Oost-Drenthe (19 March 2013), made for the ministry of the interior and the region', 'https://adoc.pub/foto-bevolkingsdaling-oost-drenthe-definitieve-versie.html'),
  },
  {
    id: 'achterhoek', name: 'Achterhoek', province: 'PV25', kind: 'shrinking', firstPlan: 'anticipating', tailored: true,
    members: list('GM0197 Aalten, GM1859 Berkelland, GM1876 Bronckhorst, GM0222 Doetinchem, GM1955 Montferland, GM1586 Oost Gelre, GM1509 Oude IJsselstreek, GM0294 Winterswijk'),
    ...derived(
      'Regio Achterhoek, die zelf krimpregio wilde zijn, bestond uit acht gemeenten; hun namen staan in een bericht over de inwoners van de regio.',
      'Regio Achterhoek, which asked to be a shrinking region, consisted of eight municipalities; their names are in a report on its inhabitants.',
      'https://www.gld.nl/nieuws/9191/regio-achterhoek-wil-krimpregio-zijn',
    ),
  },
  {
    id: 'kop-van-noord-holland', name: 'Kop van Noord-Holland', province: 'PV27', kind: 'anticipating',
    members: list('GM0400 Den Helder, GM1911 Hollands Kroon, GM0441 Schagen, GM0448 Texel'),
    ...named('Provincie Noord-Holland, regionale bestuurskracht', 'Province of Noord-Holland, on the governance of its regions', 'https://www.noord-holland.nl/Bestuur/Regionale_bestuurskracht/Regio_s/Regionale_bestuurskracht_Kop_van_Noord_Holland'),
  },
  {
    id: 'hoekse-waard', name: 'Hoekse Waard', province: 'PV28', kind: 'anticipating',
    members: list('GM0585 Binnenmaas, GM0611 Cromstrijen, GM0588 Korendijk, GM0584 Oud-Beijerland, GM0617 Strijen'),
    ...derived('De gemeenten die in 2019 samen Hoeksche Waard werden (CBS)', 'The municipalities that together became Hoeksche Waard in 2019 (Statistics Netherlands)', 'https://opendata.cbs.nl/statline/#/CBS/nl/dataset/03759ned'),
  },
  {
    id: 'krimpenerwaard', name: 'Krimpenerwaard', province: 'PV28', kind: 'anticipating',
    remark: { nl: 'Deelde de bedoelingen, maar zag zichzelf niet als anticipeerregio.', en: 'Shared the intentions but did not see itself as an anticipating region.' },
    members: list('GM1931 Krimpenerwaard'),
    ...named('De regio is de gemeente met die naam.', 'The region is the municipality of that name.', 'https://opendata.cbs.nl/statline/#/CBS/nl/dataset/03759ned'),
  },
]

const ZEELAND_AND_LIMBURG: readonly NamedRegion[] = [
  {
    id: 'zeeuws-vlaanderen', name: 'Zeeuws-Vlaanderen', province: 'PV29', kind: 'shrinking', firstPlan: 'shrinking', tailored: true,
    members: list('GM0677 Hulst, GM1714 Sluis, GM0715 Terneuzen'),
    ...derived('Het COROP-gebied Zeeuwsch-Vlaanderen van het CBS. De evaluatie van het plan sprak met deze drie gemeenten.', 'The COROP area Zeeuwsch-Vlaanderen of Statistics Netherlands. The evaluation of the plan spoke with these three municipalities.'),
  },
  {
    id: 'schouwen-duiveland', name: 'Schouwen-Duiveland', province: 'PV29', kind: 'anticipating',
    members: list('GM1676 Schouwen-Duiveland'),
    ...named('De regio is de gemeente met die naam.', 'The region is the municipality of that name.', 'https://opendata.cbs.nl/statline/#/CBS/nl/dataset/03759ned'),
  },
  {
    id: 'walcheren', name: 'Walcheren', province: 'PV29', kind: 'anticipating',
    remark: { nl: 'De afspraken over samenwerking staan niet in het plan.', en: 'The agreements on cooperation are not in the plan.' },
    members: list('GM0687 Middelburg, GM0717 Veere, GM0718 Vlissingen'),
    ...derived('De gemeenten op Walcheren. Een bron die ze de anticipeerregio noemt, is niet gevonden.', 'The municipalities on Walcheren. No source was found that calls these the anticipating region.', 'https://www.omroepzeeland.nl/nieuws/128320/Zeeland-telt-meer-inwoners-kijk-hier-of-jouw-gemeente-is-gegroeid-of-gekrompen'),
  },
  {
    id: 'parkstad-limburg', name: 'Parkstad Limburg', province: 'PV31', kind: 'shrinking', firstPlan: 'shrinking', tailored: true,
    members: list('GM0899 Brunssum, GM0917 Heerlen, GM0928 Kerkrade, GM0882 Landgraaf, GM0951 Nuth, GM0881 Onderbanken, GM0965 Simpelveld, GM0986 Voerendaal'),
    ...named('Gemeente Onderbanken, over Parkstad Limburg', 'Municipality of Onderbanken, on Parkstad Limburg', 'https://www.onderbanken.nl/wonen-werken-en-leven/parkstad-limburg_3671/'),
  },
  {
    id: 'midden-limburg', name: 'Midden-Limburg', province: 'PV31', kind: 'anticipating', firstPlan: 'anticipating',
    members: list('GM1711 Echt-Susteren, GM1640 Leudal, GM1641 Maasgouw, GM0946 Nederweert, GM1669 Roerdalen, GM0957 Roermond, GM0988 Weert'),
    ...derived('Het COROP-gebied Midden-Limburg van het CBS. Een bron die deze gemeenten de anticipeerregio noemt, is niet gevonden.', 'The COROP area Midden-Limburg of Statistics Netherlands. No source was found that calls these the anticipating region.'),
  },
  {
    id: 'maastricht-mergelland', name: 'Maastricht-Mergelland', province: 'PV31', kind: 'shrinking',
    members: list('GM1903 Eijsden-Margraten, GM1729 Gulpen-Wittem, GM0935 Maastricht, GM0938 Meerssen, GM0981 Vaals, GM0994 Valkenburg aan de Geul'),
    ...derived('Wat van het COROP-gebied Zuid-Limburg (CBS) overblijft na Parkstad Limburg en de Westelijke Mijnstreek. De evaluatie noemt Eijsden-Margraten en Valkenburg.', 'What is left of the COROP area Zuid-Limburg (Statistics Netherlands) after Parkstad Limburg and Westelijke Mijnstreek. The evaluation names Eijsden-Margraten and Valkenburg.'),
  },
  {
    id: 'westelijke-mijnstreek', name: 'Westelijke Mijnstreek', province: 'PV31', kind: 'shrinking',
    members: list('GM0888 Beek, GM0962 Schinnen, GM1883 Sittard-Geleen, GM0971 Stein'),
    ...derived('De gemeenten in het westen van de oude mijnstreek, zoals ze samenwerkten. De evaluatie noemt Stein en Sittard-Geleen.', 'The municipalities in the west of the former mining district, as they worked together. The evaluation names Stein and Sittard-Geleen.'),
  },
  {
    id: 'noord-limburg', name: 'Noord-Limburg', province: 'PV31', kind: 'anticipating',
    remark: { nl: 'Zette eerst in op het Provinciaal Omgevingsplan Limburg.', en: 'Put the environmental plan of the province first.' },
    members: list('GM0889 Beesel, GM0893 Bergen, GM0907 Gennep, GM1507 Horst aan de Maas, GM0944 Mook en Middelaar, GM1894 Peel en Maas, GM0983 Venlo, GM0984 Venray'),
    ...named('Beschrijving van de regio als anticipeerregio met acht gemeenten (2015); ook het COROP-gebied Noord-Limburg van het CBS', 'Description of the region as an anticipating region of eight municipalities (2015); also the COROP area Noord-Limburg of Statistics Netherlands', 'http://www.maartenbosman.nl/portfolio-item/demografische-ontwikkelingen/'),
  },
]

export const ACTION_PLAN_2016: RegionSet = {
  id: 'actieplan-2016',
  name: { nl: 'Krimp- en anticipeerregio’s van het tweede Actieplan Bevolkingsdaling (2016)', en: 'Shrinking and anticipating regions of the second action plan on population decline (2016)' },
  year: 2016,
  source: { nl: `De regio’s: ${EVALUATION}`, en: 'The regions: evaluation of the second action plan on population decline (2021), table 1' },
  regions: [...GRONINGEN_AND_FRYSLAN, ...EAST_AND_WEST, ...ZEELAND_AND_LIMBURG],
  changes: CHANGES_SINCE_2016,
}
