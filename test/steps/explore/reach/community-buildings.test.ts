/** Names of buildings where people vote, made up after the way they are written. */
import { describe, expect, it } from 'vitest'
import { judgeBuilding, nameBuilding } from '#steps/explore/reach/community-buildings.ts'

describe('a building where people vote', () => {
  it.each([
    'Dorpshuis De Klink', "'t Dorpshuus", 'Doarpshûs It Fean', 'Dörpshoes Oosterhoek', "Durpsuus 't Veer", 'Dorpshuys van Aa', 'Terps-Dorps-huis', 'Dorpsaccomodatie De Es', 'Dorpsgebouw',
    'Wijkhuis Noord', 'Wijkgebouw De Kern', 'Wijkaccommodatie West', 'Buurthuis De Brug (zaal 2)', 'Buurtgebouw Zuid', 'Huis van de Wijk De Poort', 'Huis v/d wijk Oost', 'Huis van de Buurt',
    'Gemeenschapshuis', 'Gemeenschaphuis De Bron', 'Gemeenschapscentrum De Es', 'MFC De Schakel', 'M.F.A. De Linde', 'Multifunctionele accommodatie', 'Multi Functioneel Centrum', 'BMV De Hoek',
    'Kulturhus', 'Kulturhûs De Spil', 'Kultuurhoes', 'Ontmoetingscentrum Ons Honk', 'Trefcentrum', 'Het Trefpunt', 'Trefpunt Oost', 'Ons Huis', 'Sociaal-Cultureel Centrum De Ploeg', 'Soc. Cult. Centrum (2)', 'S.C.C. De Draai',
    'Sporthal-Dorpshuis De Hof', 'Dorpshuis De Oude School', 'Wijkcentrum Oosterkerk',
  ])('is one of the community: %s', (name) => expect(judgeBuilding(name)).toBe('community'))

  it.each([
    'Verenigingsgebouw Ons Streven', 'Cultureel Centrum De Zwaan', 'Dienstencentrum', 'Parochiehuis', 'Buurtkamer', 'Café ’t Trefpunt', 'Zorgcentrum het Trefpunt', 'Trefpuntkerk, zaal Trefpunt', 'Partycentrum Ons Huis', 'Weverij (voorheen SCC De Spoel)',
  ])('is not clear: %s', (name) => expect(judgeBuilding(name)).toBe('unclear'))

  it.each([
    'Basisschool De Terp', 'OBS Tuindorp', 'Dorpskerk', 'Sporthal Noorderpoort', 'Gemeentehuis', 'Scholengemeenschap Oost', 'Woongemeenschap De Es', 'Triomfatorkerk', 'Stadhuis Waalwijk', 'Bibliotheek Bomenbuurt', 'Huis van de Stad', 'Gymzaal Meerwijk', 'Mobiel stembureau', '',
  ])('is something else: %s', (name) => expect(judgeBuilding(name)).toBe('other'))

  it.each([
    ['MFC De Klink Bureau I + II', 'MFC De Klink'], ['Dorpshuis It Swettehûs, Bureau I + II', 'Dorpshuis It Swettehûs'], ['MFA De Kreek stembureau 1', 'MFA De Kreek'], ['De Hoeksteen - bureau 1', 'De Hoeksteen'],
    ['Buurthuis De Brug (zaal 2)', 'Buurthuis De Brug (zaal 2)'], ['Wijkbureau Oost', 'Wijkbureau Oost'], ['Stembureau 1', 'Stembureau 1'],
  ])('is named without which of its polling stations it was: %s', (name, building) => expect(nameBuilding(name)).toBe(building))
})
