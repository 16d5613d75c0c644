#ifndef WAYPROOF_CPROJ_SHIM_H
#define WAYPROOF_CPROJ_SHIM_H
#include <geodesic.h>
#include <proj.h>
#endif
