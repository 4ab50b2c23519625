// The page's own mark that it is complete, for tests and measurements. The page comes in parts, and so does the element in a
// page of somebody else's: until the last one is there, it is marked as busy. In another language it is made again.

/** What finds a page, or an element, that is complete. */
export const WHOLE = '[aria-busy=false]';
