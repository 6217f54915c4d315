/**
 * The one place that writes a log. What may be logged is decided here: a closed list of events with closed fields.
 * No user id, text, file name, reply token or code has a field, so none can slip in.
 */
export type LogEvent =
  | {
      readonly event: 'started';
      readonly port: number;
      readonly store: string;
      readonly bootMs: number;
    }
  | { readonly event: 'stopped' }
  | {
      readonly event: 'webhook';
      readonly outcome: 'accepted' | 'bad-signature' | 'too-large' | 'malformed' | 'failed';
      readonly events: number;
      readonly ms: number;
    }
  | {
      readonly event: 'event-handled';
      readonly outcome: 'handled' | 'duplicate' | 'ignored' | 'failed';
      readonly kind: string;
    }
  | {
      readonly event: 'line-call';
      readonly endpoint: string;
      readonly outcome: string;
      readonly status: number;
      readonly requestId: string;
      readonly ms: number;
    }
  | {
      readonly event: 'post';
      readonly kind: string;
      readonly outcome: string;
      readonly recipients?: number;
    }
  | {
      readonly event: 'job';
      readonly name: string;
      readonly outcome: 'done' | 'failed' | 'gave-up';
      readonly ms: number;
    }
  | {
      readonly event: 'api';
      readonly route: string;
      readonly status: number;
      readonly ms: number;
    }
  | {
      readonly event: 'fault';
      readonly where: string;
      readonly errorName: string;
      readonly errorCode?: string;
    };

export interface Log {
  write(entry: LogEvent): void;
}

/** Writes one JSON line per event. `line` gets the finished line, without a line break. */
export function jsonLog(now: () => number, line: (text: string) => void): Log {
  return {
    write: (entry) => line(JSON.stringify({ at: new Date(now()).toISOString(), ...entry })),
  };
}

/**
 * Writes JSON lines to standard output, all of one turn of the event loop in one go: a line costs a system call otherwise,
 * and under load that is a tenth of the work. What a crash may lose is the last turn.
 */
export function consoleLog(now: () => number): Log {
  let waiting: string[] = [];
  const flush = (): void => {
    const lines = waiting;
    waiting = [];
    if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
  };
  process.once('exit', flush);
  return jsonLog(now, (text) => {
    if (waiting.push(text) === 1) setImmediate(flush);
  });
}

/** What may be said of an error: its kind, never its message, which may quote what a person wrote. */
export function faultOf(where: string, error: unknown): LogEvent {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  return {
    event: 'fault',
    where,
    errorName: error instanceof Error ? error.name : typeof error,
    ...(code === undefined ? {} : { errorCode: code }),
  };
}
