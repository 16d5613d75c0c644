#ifndef CMEMORY_H
#define CMEMORY_H

/// Keeps freed memory for the next use. Searching takes and gives back much; handing it to the system each time, as
/// the GNU C library does by itself, takes longer than the search. Does nothing elsewhere.
void cmemory_keep_freed(void);

#endif
