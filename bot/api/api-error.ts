import { PROBLEMS, type Problem, type ProblemCode } from '../../shared/api/problem.ts';

/** The one error a route throws on purpose. What it says is for the person who called. */
export class ApiError extends Error {
  readonly problem: Problem;
  readonly status: number;

  /**
   * `sentence` replaces the code's own one; Thai, and says what to do. It never quotes what a person wrote. `current` is only
   * for people who may read it: the route has checked that before it throws.
   */
  constructor(
    code: ProblemCode,
    more: { readonly sentence?: string; readonly field?: string; readonly current?: object } = {},
  ) {
    super(code);
    this.name = 'ApiError';
    const { status, sentence } = PROBLEMS[code];
    this.status = status;
    this.problem = {
      code,
      sentence: more.sentence ?? sentence,
      ...(more.field === undefined ? {} : { field: more.field }),
      ...(more.current === undefined ? {} : { current: more.current }),
    };
  }
}
