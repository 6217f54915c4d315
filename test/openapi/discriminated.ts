/** A JSON schema as the YAML says it. */
export type Schema = Record<string, unknown>;

interface Discriminator {
  readonly propertyName: string;
  readonly mapping: Readonly<Record<string, string>>;
}

const REF = '#/components/schemas/';
const OWN = '#/$defs/';

/**
 * LINE's schemas as JSON Schema 2019-09 that a validator descends into. OpenAPI names a message's real type by a
 * `discriminator`, which validators pass over: here each such schema becomes "the property says X, then it is an X". A
 * schema that is neither a base nor discriminated takes no property it does not name.
 */
export function jsonSchemas(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  const found: Record<string, Schema> = {};
  const bases = new Set(Object.keys(schemas).filter((name) => discriminatorOf(schemas[name] ?? {})));
  for (const [name, schema] of Object.entries(schemas)) {
    const discriminator = discriminatorOf(schema);
    if (!discriminator) {
      const isObject = schema['type'] === 'object' || 'allOf' in schema || 'properties' in schema;
      const own = pointed(schema, bases) as Schema;
      found[name] = isObject ? { ...own, unevaluatedProperties: false } : own;
      continue;
    }
    const { discriminator: _dropped, ...base } = pointed(schema, bases) as Schema;
    found[`${name}__base`] = base;
    found[name] = chooser(discriminator);
  }
  return found;
}

function discriminatorOf(schema: Schema): Discriminator | undefined {
  const given = schema['discriminator'] as Discriminator | undefined;
  return given?.mapping ? given : undefined;
}

function chooser({ propertyName, mapping }: Discriminator): Schema {
  return {
    type: 'object',
    required: [propertyName],
    properties: { [propertyName]: { enum: Object.keys(mapping) } },
    allOf: Object.entries(mapping).map(([value, target]) => ({
      if: { properties: { [propertyName]: { const: value } } },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema.
      then: { $ref: target.replace(REF, OWN) },
    })),
  };
}

/** References into `$defs`; inside `allOf` they mean the base, not the choice. */
function pointed(node: unknown, bases: ReadonlySet<string>, isInAllOf = false): unknown {
  if (Array.isArray(node)) return node.map((one) => pointed(one, bases, isInAllOf));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => {
      if (key === '$ref' && typeof value === 'string') {
        const name = value.replace(REF, '');
        return [key, OWN + (isInAllOf && bases.has(name) ? `${name}__base` : name)];
      }
      return [key, pointed(value, bases, key === 'allOf')];
    }),
  );
}
