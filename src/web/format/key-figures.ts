/** The figures that are shown of each theme before one asks for all of them: those that say most about a place. */
const KEY_FIGURES: ReadonlySet<string> = new Set([
  'population',
  'households',
  'shareAge0to14',
  'shareAge65Plus',
  'greyPressure',
  'populationChange1',
  'populationChange4',
  'personsPerHousehold',
  'populationDensity',
  'distanceToPrimarySchool',
  'primarySchoolsWithin3Km',
  'distanceToSecondarySchool',
  'distanceToDayCare',
  'shareHigherEducation',
  'labourParticipation',
  'shareSelfEmployed',
  'unemploymentBenefitRate',
  'disabilityBenefitRate',
  'averageIncomePerInhabitant',
  'shareLowIncomeHouseholds',
  'shareAroundSocialMinimum',
  'socialAssistanceRate',
  'distanceToGeneralPractice',
  'distanceToPharmacy',
  'distanceToHospital',
  'wmoClientsPerThousand',
  'homes',
  'meanHomeValue',
  'averageHousePrice',
  'shareOwnerOccupied',
  'shareHousingAssociation',
  'shareEmptyHomes',
  'gasUse',
  'distanceToFireStation',
  'distanceToSupermarket',
  'distanceToLibrary',
  'distanceToCafe',
  'distanceToTrainStation',
  'carsPerHousehold',
])

/** The ones to show first: the key figures among them, or the first five where none is. Order stays. */
export function pickKeyFigures<One>(all: readonly One[], getId: (one: One) => string): readonly One[] {
  const keys = all.filter((one) => KEY_FIGURES.has(getId(one)))
  return keys.length > 0 ? keys : all.slice(0, 5)
}
