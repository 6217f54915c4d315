/** Pictures drawn here, so that the gallery loads nothing from elsewhere. */
export const LANDSCAPE = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 130"><rect width="200" height="130" fill="#cfe3d6"/><path d="M0 130l60-70 40 45 30-35 70 60z" fill="#5b9a74"/><circle cx="155" cy="32" r="16" fill="#f5c451"/></svg>',
)}`;

export const STAR = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M12 2l3 7 7 .6-5.3 4.7 1.6 7.2L12 17.6 5.7 21.5l1.6-7.2L2 9.6 9 9z" fill="#f5a623"/></svg>',
)}`;
