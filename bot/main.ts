import { systemClock } from './clock.ts';
import { startTicker } from './jobs/ticker.ts';
import { consoleLog } from './log.ts';
import { systemRandom } from './random.ts';
import { readSettings } from './settings.ts';
import { startOneMachine } from './start.ts';

const read = readSettings(process.env);
if ('problems' in read) {
  console.error(`เริ่มโปรแกรมไม่ได้ ยังขาดการตั้งค่า:\n${read.problems.map((line) => `  ${line}`).join('\n')}`);
  process.exit(1);
}
if (read.settings.STORE === 'firestore') {
  // Better no start than an office that believes its records are elsewhere.
  console.error('STORE=firestore ยังใช้กับการเริ่มบนเครื่องเดียวไม่ได้ กรุณาลบค่านี้ออกเพื่อใช้ที่เก็บข้อมูลในเครื่อง');
  process.exit(1);
}
const log = consoleLog(systemClock.now);
const running = await startOneMachine(read.settings, { clock: systemClock, random: systemRandom, log });
if (running.adminCode) {
  console.log(`ยังไม่มีผู้ดูแลระบบ ส่งข้อความนี้ถึงบัญชีไลน์ของหน่วยงานในแชตส่วนตัว:\n  ลงทะเบียน ${running.adminCode}`);
}
const ticker = startTicker(running.program.tick);

async function stop(): Promise<void> {
  await ticker.stop();
  await running.stop();
  process.exit(0);
}
process.once('SIGTERM', () => void stop());
process.once('SIGINT', () => void stop());
