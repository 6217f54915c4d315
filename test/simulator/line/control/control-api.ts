import { json, type LineRequest, type LineResponse } from '../api/line-http.ts';
import { SimError } from '../sim-error.ts';
import { chatControls } from './chat-controls.ts';
import type { Control, ControlContext } from './control-context.ts';
import { peopleControls } from './people-controls.ts';
import { worldControls } from './world-controls.ts';

const controls: readonly Control[] = [...peopleControls, ...chatControls, ...worldControls];

/**
 * The control protocol (`../../protocol.ts`) without its event stream, which needs a socket.
 * Answers settle after the webhooks they cause were delivered or given up. Errors are `{message}` with 400 or 404.
 */
export async function controlApi(context: ControlContext, request: LineRequest): Promise<LineResponse> {
  try {
    for (const control of controls) {
      const found = control.method === request.method ? control.path.exec(request.path) : null;
      if (found !== null)
        return await control.answer({
          ...context,
          request,
          params: decoded(found.groups),
        });
    }
    throw new SimError(404, `the simulator has no ${request.method} ${request.path}`);
  } catch (error) {
    if (error instanceof SimError) return json(error.status, { message: error.message });
    throw error;
  }
}

function decoded(groups: Readonly<Record<string, string>> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}
