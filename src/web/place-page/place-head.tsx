/** Top of the place page: where it lies, how many live there, whose figures these are, and what one can do next. */
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense } from 'react'
import type { IndicatorAnswer, PlaceAnswer } from '#domain/answers/answers.ts'
import { AREA_LEVELS, getMunicipalityCode } from '#domain/area.ts'
import { statusQuery, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { nameWithLevel } from '#web/app/level-words.ts'
import { writeName } from '#web/format/indicator-name.ts'
import { getLevelWord } from '#web/app/level-words.ts'
import { placePath, SiteLink, useSetUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'

const PlaceMap = lazy(async () => ({ default: (await import('#web/place-page/place-map.tsx')).PlaceMap }))

interface PlaceHeadProps {
  place: PlaceAnswer
  placeKey: PlaceKey
  indicators: readonly IndicatorAnswer[]
}

export function PlaceHead({ place, indicators }: PlaceHeadProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  return (
    <div className="td-place-head">
      <div className="td-place-head__text">
        <HeadFigures place={place} indicators={indicators} />
        <FiguresOf place={place} />
        <OldFigures place={place} />
        <p className="td-print-only">
          {t.place.year}: {place.year}
        </p>
        <div className="td-place-head__actions">
          {place.years.length > 1 && (
            <SelectField
              label={t.place.year}
              value={String(place.year)}
              options={place.years.toReversed().map((year) => ({ value: String(year), text: String(year) }))}
              onChange={(year) => setState({ jaar: year })}
            />
          )}
          <Actions place={place} />
        </div>
      </div>
      <div className="td-place-head__map">
        <ErrorBoundary fallback={null}>
          <Suspense fallback={<Loading />}>
            <PlaceMap place={place} />
          </Suspense>
        </ErrorBoundary>
      </div>
    </div>
  )
}

/** What kind of place it is and what it lies in, from near to far, as links. */
PlaceHead.Path = function PlacePathLine({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const kind = place.kind === 'area' && place.level !== undefined ? t.level[place.level] : place.kind === 'village' ? t.resultKind.village : t.own.defaultName
  const parents = place.parents
    .filter((parent) => parent.level !== 'landsdeel' && parent.level !== 'corop' && parent.code !== place.id)
    .toSorted((a, b) => AREA_LEVELS.indexOf(b.level) - AREA_LEVELS.indexOf(a.level))
  return (
    <p className="td-path">
      <span className="td-path__kind">{kind}</span>
      {parents.map((parent) => (
        <span key={parent.code}>
          <span aria-hidden="true"> · </span>
          <SiteLink to={placePath(parent.code)}>
            {nameWithLevel(parent, t.level[parent.level])}
          </SiteLink>
        </span>
      ))}
    </p>
  )
}

const HEAD_INDICATORS = ['population', 'households', 'shareAge65Plus', 'meanHomeValue']

function HeadFigures({ place, indicators }: { place: PlaceAnswer; indicators: readonly IndicatorAnswer[] }) {
  const { format, pick } = useLanguage()
  const shown = HEAD_INDICATORS.flatMap((id) => {
    const indicator = indicators.find((one) => one.id === id)
    const figure = place.figures.find((one) => one.indicator === id)
    return indicator === undefined || figure?.here.value === undefined ? [] : [{ indicator, value: figure.here.value }]
  })
  if (shown.length === 0) return null
  return (
    <dl className="td-facts td-facts--place">
      {shown.map(({ indicator, value }) => (
        <div key={indicator.id} className="td-facts__item">
          <dt>{writeName(indicator, pick)}</dt>
          <dd>{format.value(value, indicator)}</dd>
        </div>
      ))}
    </dl>
  )
}

function FiguresOf({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  if (place.kind === 'ownVillage') {
    return (
      <p className="utrecht-paragraph">
        {t.place.members}: {place.members.map((member) => member.name).join(', ')}.
      </p>
    )
  }
  if (place.kind !== 'village' || place.figuresOf === undefined) return null
  return (
    <p className="utrecht-paragraph">
      {t.place.figuresOf(place.figuresOf.name, t.level[place.figuresOf.level])}{' '}
      {place.locatedBy !== undefined && t.place.located[place.locatedBy]}{' '}
      {place.shapeYear !== undefined && place.locatedBy?.endsWith('Shape') && t.place.shapeYear(place.shapeYear)}{' '}
      <SiteLink to="/eigen-dorp" search={ownVillageSearch(place)}>
        {t.place.betterOwn}
      </SiteLink>
    </p>
  )
}

/** Says at the top that a place is no more, or that there is one year only: it changes what every figure means. */
function OldFigures({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const status = useQuery(statusQuery()).data
  const ended = status !== undefined && !place.years.includes(status.referenceYear)
  if (!ended && place.years.length > 1) return null
  return (
    <Alert kind={ended ? 'warning' : 'info'}>
      <p>
        {ended && (place.kind === 'ownVillage' ? t.place.endedParts : t.place.ended(place.name))}{' '}
        {place.years.length === 1 && t.place.onlyYear(place.year)}{' '}
        {ended && place.boundaryChanges.length > 0 && (
          <a className="utrecht-link utrecht-link--html-a" href="#grenzen">
            {t.place.endedLink}
          </a>
        )}
      </p>
    </Alert>
  )
}

function Actions({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const area = place.figuresOf ?? (place.level === undefined ? undefined : { code: place.id, level: place.level })
  const own = ownVillageSearch(place)
  return (
    <ul className="td-actions">
      {place.kind !== 'ownVillage' && (
        <li>
          <SiteLink to="/vergelijk" search={{ plaatsen: place.id }} className="utrecht-button utrecht-button--secondary-action utrecht-button-link">
            {t.place.compare}
          </SiteLink>
        </li>
      )}
      {own && (
        <li>
          <SiteLink to="/eigen-dorp" search={own} className="utrecht-button utrecht-button--secondary-action utrecht-button-link">
            {t.place.draw}
          </SiteLink>
        </li>
      )}
      {place.kind !== 'ownVillage' && /^(GM|WK|BU)/.test(area?.code ?? '') && (
        <li>
          <SiteLink to="/signaal" search={{ plaats: place.id }} className="utrecht-button utrecht-button--secondary-action utrecht-button-link">
            {t.signals.give}
          </SiteLink>
        </li>
      )}
      {area && area.level !== 'country' && (
        <li>
          <SiteLink
            to="/kaart"
            search={{ niveau: getLevelWord(area.level), gebied: area.code }}
            className="utrecht-button utrecht-button--secondary-action utrecht-button-link"
          >
            {t.place.onMap}
          </SiteLink>
        </li>
      )}
    </ul>
  )
}

/** Where drawing starts: the municipality, with the neighbourhoods of the place ticked; undefined for areas larger than a municipality. */
function ownVillageSearch(place: PlaceAnswer): Record<string, string> | undefined {
  const codes = place.kind === 'ownVillage' ? place.members.map(({ code }) => code) : [place.figuresOf?.code ?? place.id]
  const first = codes[0]
  if (first === undefined || !/^(BU|WK|GM)/.test(first)) return undefined
  const buurten = codes.filter((code) => code.startsWith('BU')).join(',')
  return { gemeente: getMunicipalityCode(first), buurten, naam: place.kind === 'area' ? '' : place.name }
}
