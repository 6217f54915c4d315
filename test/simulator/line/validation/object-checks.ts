import type { Check, Report } from './report.ts';

export type Properties = Readonly<Record<string, unknown>>;

interface Field {
  readonly check: Check;
  readonly isRequired: boolean;
}

export type Fields = Readonly<Record<string, Check | Field>>;

/** A rule about several properties of one object together. */
export type Rule = (object: Properties, property: string, report: Report) => void;

/** Marks a property that must be there. */
export function required(check: Check): Field {
  return { check, isRequired: true };
}

/** Exactly these properties; an unknown one is an error, so that a misspelt property is found here and not in production. */
export function object(fields: Fields, ...rules: readonly Rule[]): Check {
  const known = Object.entries(fields).map(([name, field]) => ({
    name,
    ...fieldOf(field),
  }));
  return (value, property, report) => {
    if (!isObject(value)) return report.add(property, 'must be an object');
    for (const { name, check, isRequired } of known) {
      const inner = value[name];
      if (inner !== undefined && inner !== null) check(inner, join(property, name), report);
      else if (isRequired) report.add(join(property, name), 'must be specified');
    }
    for (const name of Object.keys(value)) {
      if (!Object.hasOwn(fields, name)) report.add(join(property, name), 'unknown property');
    }
    for (const rule of rules) rule(value, property, report);
  };
}

/** An array of `min` to `max` items. */
export function array(check: Check, limits: { readonly max: number; readonly min?: number }): Check {
  const min = limits.min ?? 0;
  return (value, property, report) => {
    if (!Array.isArray(value)) return report.add(property, 'must be an array');
    if (value.length < min || value.length > limits.max) {
      return report.add(property, `Size must be between ${min} and ${limits.max}`);
    }
    for (const [index, item] of value.entries()) check(item, `${property}[${index}]`, report);
  };
}

/** An object whose `type` says which of the checks it must pass. */
export function byType(checks: Readonly<Record<string, Check>>): Check {
  return (value, property, report) => {
    if (!isObject(value)) return report.add(property, 'must be an object');
    const type = value['type'];
    if (type === undefined) return report.add(join(property, 'type'), 'must be specified');
    const check = typeof type === 'string' && Object.hasOwn(checks, type) ? checks[type] : undefined;
    if (check !== undefined) return check(value, property, report);
    report.add(
      join(property, 'type'),
      `Must be one of the following values: [${Object.keys(checks).join(', ')}]`,
    );
  };
}

/** Puts off the making of a check until it is used, for shapes that contain themselves. */
export function lazily(make: () => Check): Check {
  let made: Check | undefined;
  return (value, property, report) => {
    made ??= make();
    made(value, property, report);
  };
}

export function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function join(property: string, name: string): string {
  return property === '' ? name : `${property}.${name}`;
}

function fieldOf(field: Check | Field): Field {
  return typeof field === 'function' ? { check: field, isRequired: false } : field;
}
