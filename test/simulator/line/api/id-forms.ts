import { LineApiError } from './line-api-error.ts';

const ID_FORM = /^[UCR][0-9a-f]{32}$/;

/** The path parameter, if it has the form of a LINE id that starts with `prefix`; else LINE's 400. */
export function idParameter(params: Readonly<Record<string, string>>, name: 'userId' | 'groupId'): string {
  const value = params[name] ?? '';
  const prefix = name === 'userId' ? 'U' : 'C';
  if (ID_FORM.test(value) && value.startsWith(prefix)) return value;
  throw new LineApiError(400, `The value for the '${name}' parameter is invalid`);
}

/** The user ids of a bulk request, or LINE's 400 that names the first wrong one. */
export function userIdList(value: unknown, property: string, max: number): string[] {
  if (!Array.isArray(value) || value.length === 0 || value.length > max) {
    const details = [{ message: `Size must be between 1 and ${max}`, property }];
    throw new LineApiError(400, 'The request body has 1 error(s)', { details });
  }
  for (const [index, id] of value.entries()) {
    if (typeof id === 'string' && ID_FORM.test(id) && id.startsWith('U')) continue;
    const place = property === 'to' ? `${property}[${index}]` : `'${property}[${index}]'`;
    throw new LineApiError(
      400,
      `The property, ${place}, in the request body is invalid (line: -, column: -)`,
    );
  }
  return value as string[];
}
