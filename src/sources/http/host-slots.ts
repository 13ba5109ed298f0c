/** Few requests at once to each host: a public service is not ours to fill. */

export interface HostSlots {
  /** Runs the work when there is a free slot for the host of this URL. */
  run<T>(url: string, work: () => Promise<T>): Promise<T>
}

export function createHostSlots(slotsPerHost: number): HostSlots {
  const busy = new Map<string, number>()
  const waiting = new Map<string, (() => void)[]>()
  return {
    async run(url, work) {
      const { host } = new URL(url)
      const queue = waiting.get(host) ?? []
      waiting.set(host, queue)
      if ((busy.get(host) ?? 0) >= slotsPerHost) await new Promise<void>((resolve) => queue.push(resolve))
      else busy.set(host, (busy.get(host) ?? 0) + 1)
      try {
        return await work()
      } finally {
        const next = queue.shift()
        if (next !== undefined) next()
        else busy.set(host, (busy.get(host) ?? 1) - 1)
      }
    },
  }
}
