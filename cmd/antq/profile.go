package main

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"
)

// profile starts what is asked for and returns a function that ends it and writes the files. Empty names ask for nothing.
func profile(cpu, memory, traces string) (stop func() error, err error) {
	var ends []func() error
	stop = func() error {
		var all error
		for _, end := range ends {
			all = errors.Join(all, end())
		}
		return all
	}
	if cpu != "" {
		f, err := os.Create(cpu)
		if err != nil {
			return nil, err
		}
		if err := pprof.StartCPUProfile(f); err != nil {
			return nil, errors.Join(err, f.Close())
		}
		ends = append(ends, func() error { pprof.StopCPUProfile(); return f.Close() })
	}
	if traces != "" {
		f, err := os.Create(traces)
		if err != nil {
			return nil, errors.Join(err, stop())
		}
		if err := trace.Start(f); err != nil {
			return nil, errors.Join(err, f.Close(), stop())
		}
		ends = append(ends, func() error { trace.Stop(); return f.Close() })
	}
	if memory != "" {
		ends = append(ends, func() error {
			f, err := os.Create(memory)
			if err != nil {
				return err
			}
			runtime.GC() // so that the profile shows what is in use
			return errors.Join(pprof.WriteHeapProfile(f), f.Close())
		})
	}
	return stop, nil
}
