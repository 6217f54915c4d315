import type { Problem } from '../../shared/api/problem.ts';
import { StoreError } from '../store/store.ts';
import { ApiError } from './api-error.ts';

/** What the caller is told of an error: one shape, never a message of the program itself. */
export function toProblem(error: unknown): { readonly status: number; readonly problem: Problem } {
  return apiErrorOf(error);
}

function apiErrorOf(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  if (error instanceof StoreError) {
    // Nothing was stored; the same try may work a moment later.
    const passes = error.code === 'conflict' || error.code === 'timeout' || error.code === 'unavailable';
    if (passes) return new ApiError('busy');
    return new ApiError(error.code === 'too-large' ? 'too-large' : 'failed');
  }
  const status = error instanceof Error && 'status' in error ? Number(error.status) : 500;
  if (status === 413) return new ApiError('too-large');
  return new ApiError(status >= 400 && status < 500 ? 'bad-input' : 'failed');
}
