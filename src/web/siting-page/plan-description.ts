/** What a scenario that is made of a plan is called, and what it says of itself. */
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { KEPT_TEXT_LIMITS } from '#domain/kept-scenario.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import type { Messages } from '#web/messages/nl/index.ts'

/** `title` is that of the plan. What does not fit is left out at the end, and the name of the question is cut. */
export function describePlanScenario({ document, question }: Pick<SitingRunAnswer, 'document' | 'question'>, title: string, t: Messages, pick: (words: Words) => string): Required<Pick<ScenarioDocument, 'name' | 'description'>> {
  const under = document.scenario?.name
  const { name, description } = KEPT_TEXT_LIMITS
  const after = `, ${t.siting.scenarioName(title, under)}`
  const room = Math.max(0, name - after.length)
  return {
    name: `${cut(document.name, room)}${after}`.slice(0, name),
    description: joinWithin([t.siting.scenarioDescription(title, under), ...question.map(({ label, text }) => `${pick(label)}: ${pick(text)}.`)], description),
  }
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, Math.max(0, most - 1)).trimEnd()}…`)

/** As many whole sentences as fit; three dots stand for the others. */
function joinWithin(sentences: readonly string[], most: number): string {
  const all = sentences.join(' ')
  if (all.length <= most) return all
  const fitting = sentences.filter((_, at) => sentences.slice(0, at + 1).join(' ').length <= most - 2)
  return fitting.length === 0 ? cut(all, most) : `${fitting.join(' ')} …`
}
