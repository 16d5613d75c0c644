#ifndef CMEMORY_H
#define CMEMORY_H

/// Keeps freed memory for the next use. Searching takes and gives back much; handing it to the system each time, as
/// the GNU C library does by itself, takes longer than the search. Does nothing elsewhere.
void cmemory_keep_freed(void);

/// Gives all memory that was freed back to the system. Does nothing where the C library is not GNU's.
void cmemory_give_back(void);

#endif
