// OpenStreetMap files for Swift, read by libosmium. Strings are UTF-8 and live only during the call.
#ifndef COSMIUM_H
#define COSMIUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The tags of an object: keys and values in turn, 2 * count strings.
typedef struct {
  const char *const *strings;
  size_t count;
} cosmium_tags;

// What is done with each object that bears one of the asked keys. A missing function leaves its
// objects unread. The progress function gets bytes read and bytes in all, and may stop the reading.
typedef struct {
  void *context;
  void (*way)(void *context, int64_t id, const int64_t *nodes, size_t count, cosmium_tags tags);
  void (*node)(void *context, int64_t id, int32_t latitude, int32_t longitude, cosmium_tags tags);
  bool (*progress)(void *context, uint64_t read, uint64_t size);
} cosmium_handler;

// Counts of all objects that were seen, with or without the keys.
typedef struct {
  uint64_t nodes, ways;
} cosmium_counts;

// Reads a PBF or XML file, plain or packed, in one pass.
//
// keys: words separated by blanks; the objects wanted bear at least one of them. wanted: ascending identifiers of nodes whose
// positions are written to latitudes and longitudes (in 1e-7 degrees), which are as long; nodes that
// are not in the file leave theirs as they are. Returns 0, or 1 with a message where the file cannot
// be read, or 2 where the progress function stopped it.
int cosmium_read(const char *path, const char *keys, const cosmium_handler *handler,
                 const int64_t *wanted, size_t wanted_count, int32_t *latitudes,
                 int32_t *longitudes, cosmium_counts *counts, char *message, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
