// A site of Docusaurus that has the wizard beside its own words.
export default {
  title: 'Machine learning on our clusters',
  url: 'https://docs.example.com',
  baseUrl: '/docusaurus/',
  // Without one, browsers ask the server for one.
  favicon: 'data:,',
  onBrokenLinks: 'throw',
  // `.md` is Markdown, as the terminal prints it; `.mdx` has tags of components.
  markdown: { format: 'detect' },
  themes: ['@docusaurus/theme-classic'],
  plugins: [['@docusaurus/plugin-content-docs', { routeBasePath: '/', sidebarPath: './sidebars.mjs' }]],
  // From the folder of static files.
  scripts: [{ src: '/docusaurus/embed/embed.js', type: 'module' }],
  themeConfig: {
    navbar: { title: 'Machine learning on our clusters' },
    colorMode: { respectPrefersColorScheme: true },
  },
};
