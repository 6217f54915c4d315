import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { parse } from 'yaml';
import { jsonSchemas, type Schema } from './discriminated.ts';

/** LINE's own description, where it lies beside the repository; it is not ours to copy. */
const DESCRIPTION = fileURLToPath(new URL('../../../shared/line-openapi/messaging-api.yml', import.meta.url));
const ERRORS_SHOWN = 5;

/** Says what is wrong with a message by LINE's description; undefined when nothing is. */
export type MessageCheck = (message: unknown) => string | undefined;

let check: MessageCheck | undefined;

/** The check, or undefined where LINE's description is not there. Made once in a process. */
export function messageCheck(): MessageCheck | undefined {
  if (!existsSync(DESCRIPTION)) return undefined;
  check ??= makeCheck();
  return check;
}

function makeCheck(): MessageCheck {
  const { components } = parse(readFileSync(DESCRIPTION, 'utf8')) as {
    components: { schemas: Record<string, Schema> };
  };
  const ajv = new Ajv2019({ strict: false, allErrors: false, validateFormats: false });
  const validate = ajv.compile({ $ref: '#/$defs/Message', $defs: jsonSchemas(components.schemas) });
  return (message) => {
    if (validate(message)) return undefined;
    const errors = (validate.errors ?? []).slice(-ERRORS_SHOWN);
    return errors.map(({ instancePath, message: said }) => `${instancePath}: ${said ?? ''}`).join('; ');
  };
}
