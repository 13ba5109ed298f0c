/** Starts the site in the browser: styles, then the router inside the query cache. */
import '#web/styles/index.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createQueryClient } from '#web/api/query-client.ts'
import { createSiteRouter } from '#web/app/router.tsx'

const container = document.getElementById('app')
if (container === null) throw new Error('index.html has no element with id "app"')

createRoot(container).render(
  <StrictMode>
    <QueryClientProvider client={createQueryClient()}>
      <RouterProvider router={createSiteRouter()} />
    </QueryClientProvider>
  </StrictMode>,
)
