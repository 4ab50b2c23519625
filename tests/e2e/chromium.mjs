// Chromium as tests and measurements start it.

export const EXECUTABLE = process.env.CHROMIUM || '/usr/bin/chromium';

/** Without a screen, and without the calls that it makes to its maker on its own account at every start. */
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
