/** Which place a page is about, from the URL. */
import type { PlaceKey } from '#web/api/queries.ts'
import { readList, type UrlState } from '#web/app/search-state.ts'

/** The id in the path that stands for a village made of neighbourhoods. */
export const OWN_VILLAGE_PATH = 'eigen-dorp'

export function readPlaceKey(id: string, state: UrlState): PlaceKey {
  return id === OWN_VILLAGE_PATH ? readOwnVillage(state) : { id }
}

/** The own village in the URL: its neighbourhoods and its name. */
export function readOwnVillage(state: UrlState): PlaceKey {
  return { id: 'own', members: readList(state['buurten']), name: state['naam'] }
}
