/**
 * Travel times of 32 origins to all spots, 16-bit numbers, 64 bytes a spot: one line of the cache. 65,535 is out of reach, and adding stops there.
 * `touched` holds a byte a spot: 1 where times were written. Spots that are not touched hold what an earlier sweep left.
 */
const SPOT_BYTES: usize = 64

/** From the touched spots up, the least important first; touches all that is above them. `firstEdges` and `above` are 32-bit, `ticks` 16-bit, an edge. */
export function climb(spots: i32, firstEdges: usize, above: usize, ticks: usize, touched: usize, times: usize): void {
  for (let spot = spots - 1; spot >= 0; spot--) {
    if (load<u8>(touched + spot) == 0) continue
    const own = times + <usize>spot * SPOT_BYTES
    const own0 = v128.load(own)
    const own1 = v128.load(own, 16)
    const own2 = v128.load(own, 32)
    const own3 = v128.load(own, 48)
    const end = load<i32>(firstEdges + 4 * <usize>spot, 4)
    for (let edge = load<i32>(firstEdges + 4 * <usize>spot); edge < end; edge++) {
      const higher = load<i32>(above + 4 * <usize>edge)
      const further = i16x8.splat(load<i16>(ticks + 2 * <usize>edge))
      const other = times + <usize>higher * SPOT_BYTES
      if (load<u8>(touched + higher) == 0) {
        store<u8>(touched + higher, 1)
        v128.store(other, i16x8.add_sat_u(own0, further))
        v128.store(other, i16x8.add_sat_u(own1, further), 16)
        v128.store(other, i16x8.add_sat_u(own2, further), 32)
        v128.store(other, i16x8.add_sat_u(own3, further), 48)
      } else {
        v128.store(other, i16x8.min_u(v128.load(other), i16x8.add_sat_u(own0, further)))
        v128.store(other, i16x8.min_u(v128.load(other, 16), i16x8.add_sat_u(own1, further)), 16)
        v128.store(other, i16x8.min_u(v128.load(other, 32), i16x8.add_sat_u(own2, further)), 32)
        v128.store(other, i16x8.min_u(v128.load(other, 48), i16x8.add_sat_u(own3, further)), 48)
      }
    }
  }
}

/** Down to all spots, the most important first; none is touched afterwards. */
export function sweepDown(spots: i32, firstEdges: usize, above: usize, ticks: usize, touched: usize, times: usize): void {
  let edge = load<i32>(firstEdges)
  let own = times
  for (let spot = 0; spot < spots; spot++) {
    let own0 = i32x4.splat(-1)
    let own1 = own0
    let own2 = own0
    let own3 = own0
    if (load<u8>(touched + spot) != 0) {
      store<u8>(touched + spot, 0)
      own0 = v128.load(own)
      own1 = v128.load(own, 16)
      own2 = v128.load(own, 32)
      own3 = v128.load(own, 48)
    }
    const end = load<i32>(firstEdges + 4 * <usize>spot, 4)
    for (; edge < end; edge++) {
      const higher = times + <usize>load<i32>(above + 4 * <usize>edge) * SPOT_BYTES
      const further = i16x8.splat(load<i16>(ticks + 2 * <usize>edge))
      own0 = i16x8.min_u(own0, i16x8.add_sat_u(v128.load(higher), further))
      own1 = i16x8.min_u(own1, i16x8.add_sat_u(v128.load(higher, 16), further))
      own2 = i16x8.min_u(own2, i16x8.add_sat_u(v128.load(higher, 32), further))
      own3 = i16x8.min_u(own3, i16x8.add_sat_u(v128.load(higher, 48), further))
    }
    v128.store(own, own0)
    v128.store(own, own1, 16)
    v128.store(own, own2, 32)
    v128.store(own, own3, 48)
    own += SPOT_BYTES
  }
}

/** For every point the best of the spots it is entered by. `rows` gets a row of 16-bit times an origin; `best` is room for one spot. `firstNodes` and `spotsOfNodes` are 32-bit, `access` 16-bit. */
export function gather(points: i32, lanes: i32, firstNodes: usize, spotsOfNodes: usize, access: usize, times: usize, best: usize, rows: usize): void {
  for (let point = 0; point < points; point++) {
    let own0 = i32x4.splat(-1)
    let own1 = own0
    let own2 = own0
    let own3 = own0
    const end = load<i32>(firstNodes + 4 * <usize>point, 4)
    for (let at = load<i32>(firstNodes + 4 * <usize>point); at < end; at++) {
      const spot = times + <usize>load<i32>(spotsOfNodes + 4 * <usize>at) * SPOT_BYTES
      const further = i16x8.splat(load<i16>(access + 2 * <usize>at))
      own0 = i16x8.min_u(own0, i16x8.add_sat_u(v128.load(spot), further))
      own1 = i16x8.min_u(own1, i16x8.add_sat_u(v128.load(spot, 16), further))
      own2 = i16x8.min_u(own2, i16x8.add_sat_u(v128.load(spot, 32), further))
      own3 = i16x8.min_u(own3, i16x8.add_sat_u(v128.load(spot, 48), further))
    }
    v128.store(best, own0)
    v128.store(best, own1, 16)
    v128.store(best, own2, 32)
    v128.store(best, own3, 48)
    let to = rows + 2 * <usize>point
    for (let lane = 0; lane < lanes; lane++) {
      store<u16>(to, load<u16>(best + 2 * <usize>lane))
      to += 2 * <usize>points
    }
  }
}
