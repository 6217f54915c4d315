import type { SimDemo } from '../../protocol.ts';
import type { LineRequest, LineResponse } from '../api/line-http.ts';
import type { Keyboard } from '../keyboard.ts';
import type { Phones } from '../phones.ts';
import type { Platform } from '../platform.ts';

/** What the control protocol works on. */
export interface ControlContext {
  readonly platform: Platform;
  readonly phones: Phones;
  readonly keyboard: Keyboard;
  /** What the page tells a person who tries the program, once there is something to try. */
  readonly demo: { current?: SimDemo };
}

export interface ControlCall extends ControlContext {
  readonly request: LineRequest;
  readonly params: Readonly<Record<string, string>>;
}

/** One address of the control protocol; named groups of `path` are its parameters. */
export interface Control {
  readonly method: string;
  readonly path: RegExp;
  readonly answer: (call: ControlCall) => LineResponse | Promise<LineResponse>;
}
