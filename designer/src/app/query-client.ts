import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from '../api/problem-error.ts'

const isWorthRetrying = (error: Error): boolean => !(error instanceof ProblemError) || error.status === 0 || error.status >= 500

export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: (count, error) => count < 2 && isWorthRetrying(error), staleTime: 10_000 } },
})
