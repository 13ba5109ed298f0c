/** Housing: how many homes, what they are worth, who owns them. Energy is in `energy.ts`. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, count, inTheme, rate, type Draft } from '#domain/indicators/build.ts'
import { kwb, map2020, measure } from '#domain/indicators/columns.ts'

/**
 * Weighted by households and not by homes: the number of homes is in the table of one year only,
 * that of households in all of them, and the two differ by a few per cent.
 */
const share = (id: string, direction: 'higherIsBetter' | 'lowerIsBetter' | 'neutral', nl: readonly [string, string], en: readonly [string, string], columns: Draft['columns']): Draft =>
  rate(id, { nl, en, unit: UNITS.percent, direction, weight: 'households', columns })

export const HOUSING: readonly Indicator[] = inTheme('housing', [
  count('homes', {
    nl: ['Woningen', 'Hoeveel woningen er op 1 januari zijn.'],
    en: ['Homes', 'How many homes there are on 1 January.'],
    unit: UNITS.homes,
    columns: [...kwb('Woningvoorraad', 34), ...map2020('Aantal woningen')],
  }),
  rate('meanHomeValue', {
    nl: ['Gemiddelde WOZ-waarde van woningen', 'Wat woningen gemiddeld waard zijn volgens de gemeente, op 1 januari van het jaar ervoor.'],
    en: ['Mean taxable value of homes', 'What homes are worth on average according to the municipality, on 1 January of the year before.'],
    unit: UNITS.thousandEuros,
    weight: 'households',
    columns: [...kwb('GemiddeldeWoningwaarde', 35), ...kwb('GemiddeldeWOZWaardeVanWoningen', { 2021: 35, 2022: 35, 2023: 36, 2024: 39 })],
  }),
  rate('averageHousePrice', {
    nl: ['Gemiddelde verkoopprijs van een woning', 'Wat kopers in het jaar gemiddeld betaalden voor een bestaande woning. Het hangt ook af van welke woningen er verkocht zijn.'],
    en: ['Average price of a house sold', 'What buyers paid on average in the year for an existing home. It also depends on which homes were sold.'],
    unit: UNITS.euros,
    weight: 'none',
    columns: measure('83625NED', 'M001534', 2015, 2025),
  }),
  share('shareSingleFamilyHomes', 'neutral', ['Eengezinswoningen', 'Welk deel van de woningen een heel gebouw is, zoals een rijtjeshuis, vrijstaand huis of boerderij.'], ['Single-family homes', 'The share of homes that are a whole building, such as a terraced or detached house or a farm.'], [
    ...kwb('PercentageEengezinswoning', 36),
    ...map2020('Eengezinswoning (%)'),
  ]),
  share('shareFlats', 'neutral', ['Flats en appartementen', 'Welk deel van de woningen samen met andere ruimten in één gebouw zit.'], ['Flats and apartments', 'The share of homes that are in one building with others.'], [
    ...kwb('PercentageMeergezinswoning', 37),
    ...map2020('Meergezinswoning (%)'),
  ]),
  share('shareOccupiedHomes', 'higherIsBetter', ['Bewoonde woningen', 'Welk deel van de woningen bewoond is: er staat iemand ingeschreven.'], ['Occupied homes', 'The share of homes that are lived in: somebody is registered there.'], [
    ...kwb('PercentageBewoond', 38),
    ...map2020('Bewoonde woningen (%)'),
  ]),
  share('shareEmptyHomes', 'lowerIsBetter', ['Woningen waar niemand woont', 'Welk deel van de woningen leeg staat of alleen af en toe gebruikt wordt: er staat niemand ingeschreven.'], ['Homes nobody lives in', 'The share of homes that stand empty or are used now and then only: nobody is registered there.'], [
    ...kwb('PercentageOnbewoond', 39),
    ...map2020('Leegstaande woningen (%)'),
  ]),
  share('shareOwnerOccupied', 'neutral', ['Koopwoningen', 'Welk deel van de woningen van de bewoner zelf is, of een tweede woning.'], ['Owner-occupied homes', 'The share of homes that belong to those who live there, or are a second home.'], [
    ...kwb('Koopwoningen', { 2020: 40, 2021: 40, 2022: 40, 2023: 41, 2024: 47 }),
    ...map2020('Koopwoningen (%)'),
  ]),
  share('shareRented', 'neutral', ['Huurwoningen', 'Welk deel van de woningen verhuurd wordt, of bedoeld is om te verhuren.'], ['Rented homes', 'The share of homes that are rented or meant to be rented.'], [
    ...kwb('HuurwoningenTotaal', { 2020: 41, 2021: 41, 2022: 41, 2023: 42, 2024: 48 }),
    ...map2020('Huurwoningen (%)'),
  ]),
  share('shareHousingAssociation', 'neutral', ['Woningen van een woningcorporatie', 'Welk deel van de woningen van een woningcorporatie is.'], ['Homes of a housing association', 'The share of homes that belong to a housing association.'], [
    ...kwb('InBezitWoningcorporatie', 42),
    ...map2020('Woningen in bezit woningcorporatie (%)'),
  ]),
  share('shareOtherLandlords', 'neutral', ['Woningen van andere verhuurders', 'Welk deel van de woningen van een bedrijf, belegger of particuliere verhuurder is.'], ['Homes of other landlords', 'The share of homes that belong to a company, investor or private landlord.'], [
    ...kwb('InBezitOverigeVerhuurders', 43),
    ...map2020('Woningen in bezit overige verhuurders (%)'),
  ]),
  share('shareOwnerUnknown', 'neutral', ['Woningen met onbekende eigenaar', 'Van welk deel van de woningen niet bekend is van wie ze zijn.'], ['Homes with unknown owner', 'The share of homes of which the owner is not known.'], [
    ...kwb('EigendomOnbekend', 44),
    ...map2020('Woningen eigendom onbekend (%)'),
  ]),
  share('shareBuiltBefore2000', 'neutral', ['Woningen van voor 2000', 'Welk deel van de woningen voor het jaar 2000 gebouwd is.'], ['Homes built before 2000', 'The share of homes built before the year 2000.'], [
    ...kwb('BouwjaarVoor2000', 45),
    ...map2020('Woningen met bouwjaarklasse tot 2000 (%)'),
  ]),
  share('shareBuiltSince2000', 'neutral', ['Woningen van 2000 of later', 'Welk deel van de woningen in of na het jaar 2000 gebouwd is.'], ['Homes built in 2000 or later', 'The share of homes built in or after the year 2000.'], [
    ...kwb('BouwjaarVanaf2000', 46),
    ...map2020('Woningen met bouwjaarklasse vanaf 2000 (%)'),
  ]),
])
