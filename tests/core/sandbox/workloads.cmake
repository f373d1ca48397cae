# SPDX-License-Identifier: GPL-3.0-or-later
foreach(test Deployments StatefulSets Jobs CronSchedule Scheduling Kubelet Collection Scenarios RehearsalClock ShippedChart)
    sentinel_add_test(tst_${test} SOURCES tst_${test}.cpp Rehearsal.h
        LABELS core LINKS sentinel_core_sandbox)
endforeach()
