/** Where a signal is about: a village with its municipality, a municipality by its own name only. */
export function writeWhere(place: { readonly name: string }, municipality: { readonly name: string }): string {
  return place.name === municipality.name ? place.name : `${place.name} (${municipality.name})`
}
