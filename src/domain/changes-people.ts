/** Whether a scenario changes who lives where. Apart from its schema, so that pages may ask it too. */
import type { ScenarioDocument } from '#domain/scenario-document.ts'

/** A document that was not read yet may lack what has a default. */
export const changesPeople = ({ patches = [], newHomes = [] }: Partial<Pick<ScenarioDocument, 'patches' | 'newHomes'>>): boolean => patches.length + newHomes.length > 0
