/** The address of the tile that holds a point. */
export function findTile(zoom: number, longitude: number, latitude: number): string {
  const width = 2 ** zoom
  const x = Math.floor(((longitude + 180) / 360) * width)
  const y = Math.floor(((1 - Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI) / 2) * width)
  return `/v1/tiles/neighbourhood/${zoom}/${x}/${y}`
}
