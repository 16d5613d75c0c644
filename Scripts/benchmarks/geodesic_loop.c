// The limit for the geodesic benchmark: a plain loop over the same library's geod_inverse.
// usage: geodesic_loop FILE COUNT THREADS
#include <geodesic.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static struct geod_geodesic model;
static double *pairs, *length, *first, *second;

struct part { long from, to; };

static void *run(void *argument) {
  struct part *part = argument;
  for (long i = part->from; i < part->to; i++)
    geod_inverse(&model, pairs[4 * i], pairs[4 * i + 1], pairs[4 * i + 2], pairs[4 * i + 3],
                 &length[i], &first[i], &second[i]);
  return 0;
}

static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec + 1e-9 * t.tv_nsec;
}

int main(int count, char **argument) {
  if (count != 4) return 2;
  long n = atol(argument[2]);
  int threads = atoi(argument[3]);
  FILE *file = fopen(argument[1], "rb");
  pairs = malloc(n * 32);
  length = malloc(n * 8);
  first = malloc(n * 8);
  second = malloc(n * 8);
  if (!file || threads < 1 || threads > 64 || fread(pairs, 32, n, file) != (size_t)n) return 2;
  for (long i = 0; i < n; i++) length[i] = first[i] = second[i] = 0;
  geod_init(&model, 6378137, 1 / 298.257223563);
  double start = now();
  pthread_t thread[64];
  struct part part[64];
  for (int k = 0; k < threads; k++) {
    part[k] = (struct part){n * k / threads, n * (k + 1) / threads};
    if (k > 0) pthread_create(&thread[k], 0, run, &part[k]);
  }
  run(&part[0]);
  for (int k = 1; k < threads; k++) pthread_join(thread[k], 0);
  double took = now() - start, sum = 0;
  for (long i = 0; i < n; i++) sum += length[i];
  printf("{\"work_s\": %.6f, \"items\": %ld, \"check\": %.6f}\n", took, n, sum / n);
  return 0;
}
