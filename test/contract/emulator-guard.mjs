// Runs a command for as long as somebody holds the other end of this process's standard input, and not a moment longer:
// when a test run is killed, the pipe closes by itself, and no emulator is left behind.
import { spawn } from 'node:child_process';

const [command, ...args] = process.argv.slice(2);
// The command is given the same end: what it starts in turn may be guarded by it, too.
const child = spawn(command, args, { stdio: 'inherit' });
const stop = () => child.kill('SIGKILL');

process.stdin.resume();
process.stdin.on('end', stop);
process.stdin.on('error', stop);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
process.on('exit', stop);

child.on('error', (error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
child.on('exit', (code) => process.exit(code ?? 1));
