// OpenStreetMap files for Swift, read by libosmium. Strings are UTF-8 and live only during the call.
#ifndef COSMIUM_H
#define COSMIUM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The version of libosmium that this was built with, such as "2.20.0".
const char *cosmium_version(void);

// The tags of an object: keys and values in turn, 2 * count strings.
typedef struct {
  const char *const *strings;
  size_t count;
} cosmium_tags;

// A member of a relation: its identifier and 'n', 'w' or 'r'.
typedef struct {
  int64_t id;
  char type;
} cosmium_member;

// What is done with each object that bears one of the asked keys, which are words separated by blanks.
// A missing function leaves its objects unread. The progress function gets bytes read and bytes in
// all, and may stop the reading.
typedef struct {
  void *context;
  const char *keys;
  // The keys of relations, where they are read.
  const char *relation_keys;
  void (*way)(void *context, int64_t id, const int64_t *nodes, size_t count, cosmium_tags tags);
  void (*node)(void *context, int64_t id, int32_t latitude, int32_t longitude, cosmium_tags tags);
  void (*relation)(void *context, const cosmium_member *members, size_t count,
                   cosmium_tags tags);
  bool (*progress)(void *context, uint64_t read, uint64_t size);
} cosmium_handler;

// Counts of all objects that were seen, with or without the keys.
typedef struct {
  uint64_t nodes, ways;
} cosmium_counts;

// Reads a PBF or XML file, plain or packed, in one pass.
//
// wanted: ascending identifiers of nodes whose positions are written to latitudes and longitudes (in
// 1e-7 degrees), which are as long; nodes that are not in the file leave theirs as they are. Returns 0, or 1 with a message where the file cannot
// be read, or 2 where the progress function stopped it.
int cosmium_read(const char *path, const cosmium_handler *handler, const int64_t *wanted,
                 size_t wanted_count, int32_t *latitudes, int32_t *longitudes,
                 cosmium_counts *counts, char *message, size_t capacity);

#ifdef __cplusplus
}
#endif

#endif
