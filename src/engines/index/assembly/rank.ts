// Ranks by buckets: the first bits of a score say where it stands, the few in one bucket are put in order afterwards.

const BUCKET_BITS: u32 = 14
const COUNT_BYTES: usize = 2 << BUCKET_BITS
/** More moves than this a score, and putting them in order one by one takes too long. Equal scores are in order already. */
const MOST_MOVES: i32 = 32
const STEPS: f64 = 4294967295
const MOST_STEPS_PER_POINT: f64 = 68719476736
/** Adding this leaves the nearest whole number in the low bits. In memory, so that it stays in a register: written out, it would be made anew at every use. */
const ROUNDER = memory.data<f64>([4503599627370496])
const TWO = memory.data<u64>([2])

/** The steps of every score below the highest in the high 32 bits, its area in the low. */
function writeKeys(scores: usize, end: usize, keys: usize): void {
  let low = f64x2.splat(Infinity)
  let high = f64x2.splat(-Infinity)
  for (let at = scores; at < end; at += 32) {
    const one = v128.load(at)
    const two = v128.load(at, 16)
    low = f64x2.pmin(f64x2.pmin(low, one), two)
    high = f64x2.pmax(f64x2.pmax(high, one), two)
  }
  const lowest = min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1))
  const highest = max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1))
  const scale = f64x2.splat(min(STEPS / (highest - lowest), MOST_STEPS_PER_POINT))
  const top = f64x2.splat(highest)
  const rounder = v128.load64_splat(ROUNDER)
  const two = v128.load64_splat(TWO)
  let areas = i64x2(0, 1)
  for (let at = scores; at < end; at += 16) {
    const steps = f64x2.add(f64x2.mul(f64x2.sub(top, v128.load(at)), scale), rounder)
    v128.store(keys, v128.or(i64x2.shl(steps, 32), areas))
    areas = i64x2.add(areas, two)
    keys += 16
  }
}

function countBuckets(keys: usize, end: usize, counts: usize): void {
  memory.fill(counts, 0, COUNT_BYTES)
  for (let at = keys; at < end; at += 8) {
    const count = counts + (<usize>(<u32>load<u16>(at, 6) >>> (16 - BUCKET_BITS)) << 1)
    store<u16>(count, load<u16>(count) + 1)
  }
}

/** Makes of every count the sum of those before it, eight at a time. */
function findStarts(counts: usize): void {
  const zero = i16x8.splat(0)
  let passed = zero
  for (let at = counts; at < counts + COUNT_BYTES; at += 16) {
    const own = v128.load(at)
    let sum = i16x8.add(own, v128.shuffle<i16>(zero, own, 0, 8, 9, 10, 11, 12, 13, 14))
    sum = i16x8.add(sum, v128.shuffle<i16>(zero, sum, 0, 1, 8, 9, 10, 11, 12, 13))
    sum = i16x8.add(sum, v128.shuffle<i16>(zero, sum, 0, 1, 2, 3, 8, 9, 10, 11))
    v128.store(at, i16x8.add(passed, i16x8.sub(sum, own)))
    passed = i16x8.add(passed, v128.shuffle<i16>(sum, sum, 7, 7, 7, 7, 7, 7, 7, 7))
  }
}

function putInBuckets(keys: usize, end: usize, starts: usize, sorted: usize): void {
  for (let at = keys; at < end; at += 8) {
    const key = load<u64>(at)
    const start = starts + (<usize>(key >> (64 - BUCKET_BITS)) << 1)
    const place = load<u16>(start)
    store<u16>(start, place + 1)
    store<u64>(sorted + (<usize>place << 3), key)
  }
}

/** One pass that takes the later of two along puts most buckets in order without a branch; insertion does what is left. Gives false when that takes too long. */
function putInOrder(sorted: usize, end: usize): bool {
  let later = load<u64>(sorted)
  for (let at = sorted + 8; at < end; at += 8) {
    const key = load<u64>(at)
    const isEarlier = key < later
    store<u64>(at - 8, select(key, later, isEarlier))
    later = select(later, key, isEarlier)
  }
  store<u64>(end - 8, later)
  let moves = MOST_MOVES * <i32>((end - sorted) >> 3)
  let previous = load<u64>(sorted)
  for (let at = sorted + 8; at < end; at += 8) {
    const key = load<u64>(at)
    if (key >= previous) {
      previous = key
      continue
    }
    let to = at
    let before = previous
    do {
      store<u64>(to, before)
      to -= 8
      if (to == sorted) break
      before = load<u64>(to - 8)
    } while (before > key)
    store<u64>(to, key)
    moves -= <i32>((at - to) >> 3)
    if (moves < 0) return false
  }
  return true
}

function writeRanks(sorted: usize, end: usize, ranks: usize): void {
  let previous: u64 = load<u64>(sorted) >> 32
  let rank: u32 = 1
  let place: u32 = 0
  for (let at = sorted; at < end; at += 8) {
    const key = load<u64>(at)
    place++
    rank = select(rank, place, key >> 32 == previous)
    previous = key >> 32
    store<u16>(ranks + (<usize><u32>key << 1), <u16>rank)
  }
}

/**
 * Ranks of `count` scores without NaN. Gives 0, and no ranks, where too many stand close together for this way.
 * @param scores a multiple of four; those after the last are like it
 * @param room for the counts of the buckets, and twice the keys
 */
export function rank(scores: usize, count: i32, room: usize, ranks: usize): i32 {
  const bytes = <usize>count << 3
  const padded = (bytes + 31) & ~31
  const keys = room + COUNT_BYTES
  const sorted = keys + padded
  writeKeys(scores, scores + padded, keys)
  countBuckets(keys, keys + bytes, room)
  findStarts(room)
  putInBuckets(keys, keys + bytes, room, sorted)
  if (!putInOrder(sorted, sorted + bytes)) return 0
  writeRanks(sorted, sorted + bytes, ranks)
  return 1
}
