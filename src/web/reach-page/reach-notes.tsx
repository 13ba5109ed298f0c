/** How the times were made, and what is not in them. */
import type { FacilityTypeListAnswer, ReachAnswer } from '#domain/answers/reach-answers.ts'
import { describeLicence } from '#domain/licence.ts'
import type { Words } from '#domain/words.ts'
import { useLanguage } from '#web/app/language.tsx'
import type { Messages } from '#web/messages/nl/index.ts'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { ContradictionsOf } from '#web/reach-page/contradictions.tsx'

export function ReachNotes({ reach, types }: { reach: ReachAnswer; types: FacilityTypeListAnswer }) {
  const { t, format, pick } = useLanguage()
  const type = types.facilityTypes.find(({ id }) => id === reach.facilityType)
  const { points, livedIn } = reach
  const lacking = types.facilityTypes.filter(({ missing }) => missing !== undefined)
  return (
    <Section title={t.reach.how} id="uitleg">
      <ul className="utrecht-unordered-list td-list">
        {type && <li className="utrecht-unordered-list__item">{pick(type.explanation)}</li>}
        {type?.source && <li className="utrecht-unordered-list__item">{t.reach.facilities(format.number(reach.facilityCount), `${type.source.publisher}, ${pick(type.source.title)}`, type.source.dataYear, pick(describeLicence(type.source.licence)))}</li>}
        {type?.leftOut !== undefined && type.leftOut.furtherAddress > 0 && <li className="utrecht-unordered-list__item">{t.reach.furtherAddress(format.number(type.leftOut.furtherAddress))}</li>}
        {type?.leftOut !== undefined && type.leftOut.withoutPoint > 0 && <li className="utrecht-unordered-list__item">{t.reach.leftOut(format.number(type.leftOut.withoutPoint))}</li>}
        {type?.refused && <Refusals refused={type.refused} />}
        {type?.id === 'communityBuilding' && type.leftOut !== undefined && <li className="utrecht-unordered-list__item">{t.reach.otherBuildings(format.number(type.leftOut.otherKind))}</li>}
        <li className="utrecht-unordered-list__item">{reach.roads === 'mainRoads' ? t.reach.mainRoads(types.roads ? `${types.roads.publisher}, ${pick(types.roads.title)}` : '') : t.reach.straightLines}</li>
        <li className="utrecht-unordered-list__item">{t.reach.openWater}</li>
        {reach.mainRoads && <RoadNotes mainRoads={reach.mainRoads} />}
        {listStreetNotes(reach, listExtracts(reach, types, pick), t.reach, format.number).map((note) => <li key={note} className="utrecht-unordered-list__item">{note}</li>)}
        <li className="utrecht-unordered-list__item">{t.reach.networks(format.number(reach.overNetworks.mainRoads), format.number(reach.overNetworks.streets), format.number(reach.overNetworks.straightLine))}</li>
        {reach.facilitiesOutside.length > 0 && <li className="utrecht-unordered-list__item">{t.reach.outside(reach.facilitiesOutside.map(({ name }) => name).join(', '))}</li>}
        <li className="utrecht-unordered-list__item">{t.reach.points(
          format.number(points.neighbourhood),
          format.number(points.neighbourhoodName + points.similarName),
          format.number(points.village + points.villageInDistrict + points.villageInName),
          format.number(points.district + points.districtName + points.otherNeighbourhoods),
        )}</li>
        <li className="utrecht-unordered-list__item">{t.reach.livedIn(format.number(livedIn.together), format.number(livedIn.scattered), format.number(livedIn.unknown))}</li>
        {points.nowhere > 0 && (
          <li className="utrecht-unordered-list__item">{t.reach.placeUnknown(format.number(points.nowhere), format.number(reach.placeUnknown.reduce((sum, own) => sum + own, 0)))}</li>
        )}
        {lacking.map(({ id, name }) => (
          <li key={id} className="utrecht-unordered-list__item">
            {t.reach.missingType(pick(name))}
          </li>
        ))}
      </ul>
      <ContradictionsOf facilityType={reach.facilityType} />
      <p className="utrecht-paragraph"><SiteLink to="/methode/bereik">{t.methods.toReach}</SiteLink></p>
      <NamedBuurten title={t.reach.unreached(reach.unreached.length)} note={t.reach.unreachedNotes[reach.roads]} buurten={reach.unreached} />
      <NamedBuurten title={t.reach.unknownPlaces(reach.unknownPlaces.length)} note={t.reach.unknownPlacesNote} buurten={reach.unknownPlaces} />
      <NamedBuurten title={t.reach.notProjected(reach.notProjected.length, reach.peopleYear)} note={t.reach.notProjectedNote} buurten={reach.notProjected} />
    </Section>
  )
}

type Refused = NonNullable<FacilityTypeListAnswer['facilityTypes'][number]['refused']>

/** More names than this stay closed until somebody wants them. */
const MOST_NAMES = 20

/** For each reason why rows of the source do not count a sentence with their names. */
function Refusals({ refused }: { refused: Refused }) {
  const { t, format } = useLanguage()
  return [...Map.groupBy(refused, ({ why }) => why)].map(([why, rows]) => {
    const names = rows.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'nl')).join(', ')
    return (
      <li key={why} className="utrecht-unordered-list__item">
        {t.reach.refused[why](format.number(rows.length))}{' '}
        <NameList names={names} isShort={rows.length <= MOST_NAMES} />
      </li>
    )
  })
}

/** Main roads that are not one network, and what of them is not used. */
function RoadNotes({ mainRoads }: { mainRoads: NonNullable<ReachAnswer['mainRoads']> }) {
  const { t, format } = useLanguage()
  const { otherPieces, smallPieces, roadsLeftOut } = mainRoads
  const list = (municipalities: (typeof smallPieces)['municipalities']) => municipalities.map(({ name, nodes }) => `${name} (${format.number(nodes)})`).join(', ')
  const notes = [
    ...(otherPieces.length > 0 ? [t.reach.roadNetworks(format.number(otherPieces.length + 1))] : []),
    ...otherPieces.map(({ nodes, municipalities }) => t.reach.roadNetwork(format.number(nodes), list(municipalities))),
    ...(roadsLeftOut > 0 ? [t.reach.roadsLeftOut(format.number(roadsLeftOut))] : []),
  ]
  return (
    <>
      {notes.map((note) => <li key={note} className="utrecht-unordered-list__item">{note}</li>)}
      {smallPieces.pieces > 0 && (
        <li className="utrecht-unordered-list__item">
          {t.reach.roadPieces(format.number(smallPieces.pieces), format.number(smallPieces.nodes))}{' '}
          <NameList names={list(smallPieces.municipalities)} isShort={smallPieces.municipalities.length <= MOST_NAMES} />
        </li>
      )}
    </>
  )
}

/** In the text where they are few, and closed where they are many. */
function NameList({ names, isShort }: { names: string; isShort: boolean }) {
  const { t } = useLanguage()
  return isShort ? `${names}.` : <details className="td-details"><summary>{t.reach.showNames}</summary><p>{names}.</p></details>
}

/** The names of those that are used; where none is, of all in the package. */
function listExtracts({ streets }: ReachAnswer, types: FacilityTypeListAnswer, pick: (words: Words) => string): string {
  const used = types.streets.filter(({ resource }) => streets?.sources.includes(resource))
  return (used.length > 0 ? used : types.streets).map(({ title }) => pick(title)).join('; ')
}

/** `extracts`: their names. */
function listStreetNotes({ streets, overNetworks }: ReachAnswer, extracts: string, text: Messages['reach'], write: (count: number) => string): string[] {
  if (extracts === '') return []
  if (streets === undefined || streets.crossings === 0) return [text.noStreets(extracts), ...listAbroad(streets, text, write)]
  const { pieces, smallPieces } = streets
  if (overNetworks.streets === 0) return [text.streetsUnused, ...listAbroad(streets, text, write)]
  const parts = pieces + smallPieces.pieces > 1 ? [text.pieces(write(pieces), write(smallPieces.pieces), write(smallPieces.nodes))] : []
  return [text.streets(write(overNetworks.streets), extracts), ...parts, ...listAbroad(streets, text, write)]
}

const listAbroad = (streets: ReachAnswer['streets'], text: Messages['reach'], write: (count: number) => string): string[] =>
  streets === undefined || streets.abroad.pieces === 0 ? [] : [text.streetsAbroad(write(streets.abroad.pieces), write(streets.abroad.nodes))]

function NamedBuurten({ title, note, buurten }: { title: string; note: string; buurten: ReachAnswer['unreached'] }) {
  const { format, t } = useLanguage()
  if (buurten.length === 0) return null
  return (
    <details className="td-details">
      <summary>{title}</summary>
      <p className="td-note">{note}</p>
      <ul className="utrecht-unordered-list td-list">
        {buurten.map(({ code, name, inhabitants }) => (
          <li key={code} className="utrecht-unordered-list__item">
            <SiteLink to={placePath(code)}>{name}</SiteLink> ({t.reach.inhabitants(format.number(inhabitants))})
          </li>
        ))}
      </ul>
    </details>
  )
}
