export default { chapters: ['install', 'endpoint', 'verify'] };
