/** Loading the code of a page, and saying in our own words that the server is gone. */
import { ApiError } from '#web/api/client.ts'

/** Whether the server answers at this moment; what the browser kept does not count. */
export async function isServerThere(): Promise<boolean> {
  try {
    await fetch('/v1/status', { method: 'HEAD', cache: 'no-store' })
    return true
  } catch {
    return false
  }
}

/**
 * The module of a page. Throws ApiError (status 0) when the server gives no answer. When it does, the file is of a former version of the site:
 * the error goes on as it is, and the router loads the site anew.
 */
export async function loadPage<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load()
  } catch (error) {
    if (await isServerThere()) throw error
    throw new ApiError(0, 'the server gives no answer')
  }
}
