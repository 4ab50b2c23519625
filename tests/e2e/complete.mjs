// The page's own mark that it is complete, for tests and measurements. The page is built in parts, and so is the element in a
// host page: until the last part exists, it is marked as busy. A change of language builds it again.

/** The selector of a complete page or element. */
export const COMPLETE = '[aria-busy=false]';
