/** What the common parts of the screens say. */
export const uiText = {
  loading: 'กำลังโหลด',
  tryAgain: 'ลองใหม่',
  logInAgain: 'เข้าสู่ระบบอีกครั้ง',
  openFromChat: 'กรุณาปิดหน้านี้ แล้วเปิดใหม่จากเมนูในแชต',
  sending: 'กำลังส่ง',
};
