// Chromium as tests and measurements start it.

export const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';

/** Headless, and without the requests that Chromium sends to its vendor at every start. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
